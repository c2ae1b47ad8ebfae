import { useState } from 'react';
import { api, useCommand, type IssueBody, type IssueView } from '../../../api/index.js';
import { ActionButton, Empty, ErrorNote, formatInstant, StatusMark, TextAreaField, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_STAFF } from '../queries-staff.js';
import { recordTexts } from '../texts-record.js';
import { Choice } from './lookups-part.js';
import { ReasonAct } from './reason-act.js';
import type { RecordPartProps } from './record-tab.js';

const KINDS = ['complaint', 'audit', 'breach', 'media', 'other'] as const;

/** What a person should know of before she decides, until somebody settles it with a reason. */
export function IssuesPart({ organisationId, record }: RecordPartProps) {
  const t = useTexts(recordTexts);
  const [adding, setAdding] = useState(false);
  return (
    <section className="org-part" aria-labelledby="issues">
      <h2 id="issues">{t('issues')}</h2>
      {record.issues.length === 0 ? <Empty small why={t('issues_none')} what={t('issues_none_do')} /> : null}
      {record.issues.map((issue) => (
        <Issue key={issue.id} organisationId={organisationId} issue={issue} mayKeep={record.mayKeep} />
      ))}
      {adding ? <AddIssue organisationId={organisationId} onClose={() => setAdding(false)} /> : null}
      {record.mayKeep && !adding ? (
        <p className="org-add">
          <ActionButton kind="secondary" icon="flag" onAct={() => setAdding(true)}>
            {t('issue_add')}
          </ActionButton>
        </p>
      ) : null}
    </section>
  );
}

function Issue({ organisationId, issue, mayKeep }: { readonly organisationId: string; readonly issue: IssueView; readonly mayKeep: boolean }) {
  const t = useTexts(recordTexts);
  const say = useSay();
  const settle = useCommand<string>({ run: (reason, key) => api.organisationRecordResolve({ path: { id: organisationId, issueId: issue.id }, body: { reason }, headers: { 'Idempotency-Key': key } }), refresh: AFTER_STAFF });
  const { kind, reason, raisedBy, raisedAt, resolution, resolvedBy, resolvedAt } = issue;
  return (
    <div className="org-card">
      <p>
        <strong>{say(kind)}</strong> <StatusMark tone={resolvedAt ? 'done' : 'waiting'} word={t(resolvedAt ? 'issue_settled' : 'issue_open')} />
      </p>
      <p>{reason}</p>
      <p className="quiet">{t('issue_raised', { who: raisedBy, when: formatInstant(new Date(raisedAt)) })}</p>
      {resolvedAt ? <p>{t('issue_settled_by', { who: resolvedBy ?? '', when: formatInstant(new Date(resolvedAt)), result: resolution ?? '' })}</p> : null}
      {!resolvedAt && mayKeep ? <ReasonAct action={t('issue_settle')} label={t('issue_result')} busy={settle.isPending} error={settle.error} onReason={(words) => settle.mutate(words)} /> : null}
    </div>
  );
}

function AddIssue({ organisationId, onClose }: { readonly organisationId: string; readonly onClose: () => void }) {
  const t = useTexts(recordTexts);
  const [kind, setKind] = useState<IssueBody['kind']>('complaint');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const raise = useCommand<IssueBody>({ run: (body, key) => api.organisationRecordRaise({ path: { id: organisationId }, body, headers: { 'Idempotency-Key': key } }), refresh: AFTER_STAFF, onDone: onClose });
  const enough = [...reason.trim()].length >= 4;
  const act = () => {
    setTried(true);
    if (enough) raise.mutate({ kind, reason: reason.trim() });
  };
  return (
    <div className="org-card">
      <Choice label={t('issue_kind')} value={kind} choices={KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))} onChoose={(value) => setKind(value as IssueBody['kind'])} />
      <TextAreaField label={t('issue_reason')} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} wrong={tried && !enough ? t('issue_short') : undefined} />
      {raise.error ? <ErrorNote error={raise.error} /> : null}
      <div className="row">
        <ActionButton busy={raise.isPending} onAct={act}>
          {t('issue_add')}
        </ActionButton>
        <button type="button" className="button plain" onClick={onClose}>
          {t('not_now')}
        </button>
      </div>
    </div>
  );
}
