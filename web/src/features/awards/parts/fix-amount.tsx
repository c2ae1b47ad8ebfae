import { useState } from 'react';
import { api, useCommand, type AllocatedView, type AllocationView, type AmountBoundsView } from '../../../api/index.js';
import { ActDialog, formatFen, parseFen, TextField, useTexts } from '../../../ui/index.js';
import { AWARDS } from '../queries.js';
import { texts } from '../texts.js';

interface FixAmountProps {
  readonly callId: string;
  readonly allocation: AllocationView;
  readonly award: AllocatedView;
  readonly bounds: AmountBoundsView;
}

/** Of the pool, or of the award's own board: its money is nobody else's. */
const leftIn = ({ boards, leftFen }: AllocationView, { categoryKey }: AllocatedView): number => boards.find(({ categoryKeys }) => categoryKeys.includes(categoryKey))?.leftFen ?? leftFen;

/** The committee's amount for one project, with its reason and what the pool then has left. */
export function FixAmount({ callId, allocation, award, bounds }: FixAmountProps) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState((award.amountFen / 100).toFixed(2));
  const fen = parseFen(typed);
  const fits = fen !== null && fen >= bounds.minFen && fen <= bounds.maxFen;
  const limits = { min: formatFen(bounds.minFen), max: formatFen(bounds.maxFen) };
  const fix = useCommand<string>({
    run: (reason, key) => api.awardsAmount({ path: { id: callId }, body: { applicationId: award.applicationId, amountFen: fen ?? 0, reason }, headers: { 'Idempotency-Key': key } }),
    refresh: [AWARDS],
  });
  return (
    <div className="fix-amount no-print">
      <ActDialog label={t('fix_amount')} title={t('fix_amount_of', { project: award.projectName })} kind="secondary" reason={{ label: t('amount_reason'), least: 4 }} innerRefusal={fits ? null : t('amount_wrong', limits)} onAct={(reason) => fix.mutateAsync(reason)}>
        <p>{t('fix_amount_lead', { requested: formatFen(award.requestedFen), ...limits })}</p>
        <TextField label={t('amount_field')} inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
        {fits ? <p className="quiet">{t('fix_amount_left', { left: formatFen(leftIn(allocation, award) + award.amountFen - fen) })}</p> : null}
      </ActDialog>
    </div>
  );
}
