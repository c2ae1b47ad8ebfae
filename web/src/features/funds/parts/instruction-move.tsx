import { useState } from 'react';
import { api, useCommand, type InstructionView } from '../../../api/index.js';
import { ActionButton, ErrorNote, Facts, Icon, Money, saveFile, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { fundsTexts } from '../texts.js';
import type { MoveProps } from './use-refusal.js';

/** What the bank needs, with the full number. Asked for each time, never kept: every look is on record. */
export function InstructionMove({ tranche }: MoveProps) {
  const t = useTexts(fundsTexts);
  const [shown, setShown] = useState<InstructionView | null>(null);
  const show = useCommand({ run: (_: void, key) => api.tranchesInstruct({ path: { id: tranche.id }, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE, onDone: setShown });
  const sheet = useCommand({
    run: (_: void, key) => api.tranchesInstructionSheet({ path: { id: tranche.id }, parseAs: 'blob', headers: { 'Idempotency-Key': key } }) as Promise<unknown>,
    refresh: AFTER_WRITE,
    onDone: (file) => saveFile(file as Blob, t('instruction_file')),
  });
  return (
    <div className={`move ${shown ? 'printed' : ''}`}>
      <h3>{t('instruction')}</h3>
      <p className="quiet">{t('instruction_what')}</p>
      <div className="row">
        <ActionButton kind="secondary" onAct={() => show.mutate()} busy={show.isPending} icon="eye">
          {t('instruction_show')}
        </ActionButton>
        <ActionButton kind="secondary" onAct={() => sheet.mutate()} busy={sheet.isPending} icon="file">
          {t('instruction_sheet')}
        </ActionButton>
      </div>
      {shown ? <Instruction shown={shown} /> : null}
      {show.error ?? sheet.error ? <ErrorNote error={show.error ?? sheet.error} /> : null}
    </div>
  );
}

function Instruction({ shown }: { readonly shown: InstructionView }) {
  const t = useTexts(fundsTexts);
  return (
    <div style={{ width: '100%' }}>
      <Facts
        label={t('instruction')}
        facts={[
          { label: t('payee'), value: shown.payee },
          { label: t('account_number'), value: <strong className="figures">{shown.accountNumber.replace(/(.{4})(?=.)/g, '$1 ')}</strong> },
          { label: t('bank'), value: shown.bankName },
          { label: t('col_amount'), value: <Money fen={shown.amountFen} />, note: shown.amountWords },
          { label: t('purpose'), value: shown.purpose },
        ]}
      />
      <p style={{ marginTop: 12 }}>
        <button type="button" className="button" onClick={() => print()}>
          <Icon name="print" />
          {t('print')}
        </button>
      </p>
    </div>
  );
}
