import { useState } from 'react';
import { api, sendDocument, useCommand, type DocumentView, type TrancheRow, type VoucherBody } from '../../../api/index.js';
import { ActionButton, ErrorNote, FileDrop, parseFen, TextField, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { fundsTexts } from '../texts.js';

const KINDS = ['receipt', 'invoice', 'payment_request', 'audit_report', 'ledger'] as const;

interface Paper {
  readonly id: string;
  readonly name: string;
  readonly kind: VoucherBody['kind'];
  readonly amount: string;
}

/** The grantee asks for a tranche with its papers. */
export function RequestMove({ tranche, onDone }: { readonly tranche: TrancheRow; readonly onDone: () => void }) {
  const t = useTexts(fundsTexts);
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  const [tried, setTried] = useState(false);
  const request = useCommand<VoucherBody[]>({ run: (vouchers, key) => api.tranchesRequest({ path: { id: tranche.id }, body: { vouchers }, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE, onDone });
  const vouchers = papers.map(({ id, kind, amount }) => ({ kind, documentId: id, amountFen: parseFen(amount) }));
  const complete = vouchers.every((one): one is VoucherBody => one.amountFen !== null);
  const change = (id: string, patch: Partial<Paper>) => setPapers(papers.map((paper) => (paper.id === id ? { ...paper, ...patch } : paper)));
  const send = () => {
    setTried(true);
    if (complete) request.mutate(vouchers as VoucherBody[]);
  };
  return (
    <div className="move">
      <p className="quiet">{t('ask_what')}</p>
      <ul className="paper-list">
        {papers.map((paper) => (
          <PaperLine key={paper.id} paper={paper} tried={tried} onChange={(patch) => change(paper.id, patch)} onRemove={() => setPapers(papers.filter(({ id }) => id !== paper.id))} />
        ))}
      </ul>
      <Upload onKept={(file) => setPapers((before) => [...before, { id: file.id, name: file.name, kind: 'receipt', amount: (tranche.amountFen / 100).toFixed(2) }])} />
      <ActionButton onAct={send} busy={request.isPending} icon="check">
        {t('ask_submit')}
      </ActionButton>
      {request.error ? <ErrorNote error={request.error} /> : null}
    </div>
  );
}

interface PaperLineProps {
  readonly paper: Paper;
  readonly tried: boolean;
  readonly onChange: (patch: Partial<Paper>) => void;
  readonly onRemove: () => void;
}

function PaperLine({ paper, tried, onChange, onRemove }: PaperLineProps) {
  const t = useTexts(fundsTexts);
  return (
    <li>
      <span>{paper.name}</span>
      <div className="field">
        <label htmlFor={`kind-${paper.id}`}>{t('paper_kind')}</label>
        <select id={`kind-${paper.id}`} className="input" value={paper.kind} onChange={(event) => onChange({ kind: event.target.value as Paper['kind'] })}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind_${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <TextField label={t('paper_amount')} inputMode="decimal" value={paper.amount} onChange={(event) => onChange({ amount: event.target.value })} wrong={tried && parseFen(paper.amount) === null ? t('need_amount') : undefined} />
      <button type="button" className="button plain" onClick={onRemove}>
        {t('paper_remove')}
      </button>
    </li>
  );
}

/** Sends one file after another; a failed one stays to be tried again. */
function Upload({ onKept }: { readonly onKept: (file: DocumentView) => void }) {
  const t = useTexts(fundsTexts);
  const [sending, setSending] = useState<readonly { id: string; file: File; progress: number; waiting?: boolean; sentence?: string }[]>([]);
  const patch = (id: string, change: object) => setSending((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const send = async (id: string, file: File) => {
    try {
      const kept = await sendDocument(file, { onProgress: (progress, waiting) => patch(id, { progress, waiting }) });
      setSending((all) => all.filter((one) => one.id !== id));
      onKept(kept);
    } catch (error) {
      patch(id, { sentence: error instanceof Error && 'detail' in error ? String(error.detail) : ' ' });
    }
  };
  const add = (files: File[]) => {
    for (const file of files) {
      const id = `${file.name}-${file.size}-${file.lastModified}`;
      setSending((all) => [...all.filter((one) => one.id !== id), { id, file, progress: 0 }]);
      void send(id, file);
    }
  };
  return (
    <FileDrop
      label={t('paper_upload')}
      limits={t('paper_limits')}
      accept=".pdf,.jpg,.jpeg,.png"
      maxBytes={50 * 1024 * 1024}
      multiple
      files={sending.map(({ id, file, progress, waiting, sentence }) => ({ id, name: file.name, size: file.size, state: sentence ? 'failed' as const : waiting ? 'waiting' as const : 'sending' as const, progress, ...(sentence?.trim() ? { sentence } : {}) }))}
      onAdd={add}
      onRetry={(id) => add(sending.filter((one) => one.id === id).map(({ file }) => file))}
      onRemove={(id) => setSending((all) => all.filter((one) => one.id !== id))}
    />
  );
}
