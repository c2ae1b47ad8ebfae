import { useState } from 'react';
import { api, useCommand, type AllocationView, type PlacedView } from '../../../api/index.js';
import { ActDialog, Icon, useTexts } from '../../../ui/index.js';
import { AWARDS } from '../queries.js';
import { texts } from '../texts.js';

interface TiesProps {
  readonly callId: string;
  readonly allocation: AllocationView;
}

/** Equals between whom the line falls, each group to be put in order by the committee. */
export function Ties({ callId, allocation }: TiesProps) {
  const t = useTexts(texts);
  const everybody: PlacedView[] = [...allocation.awards, ...allocation.reserve, ...allocation.declined];
  const group = (tie: readonly string[], settled: boolean) => (
    <Tie key={[...tie].sort().join()} callId={callId} settled={settled} members={tie.flatMap((id) => everybody.find(({ applicationId }) => applicationId === id) ?? [])} />
  );
  return (
    <>
      {allocation.ties.length > 0 ? (
        <section className="record-part ties">
          <h2>{t('ties')}</h2>
          <p>{t('tie_lead')}</p>
          {allocation.ties.map((tie) => group(tie, false))}
        </section>
      ) : null}
      {allocation.tiesSettled.length > 0 ? (
        <section className="record-part ties">
          <h2>{t('ties_settled')}</h2>
          <p>{t('ties_settled_lead')}</p>
          {allocation.tiesSettled.map((tie) => group(tie, true))}
        </section>
      ) : null}
    </>
  );
}

interface TieProps {
  readonly callId: string;
  readonly members: readonly PlacedView[];
  /** Put in order before: only another order is worth saying. */
  readonly settled: boolean;
}

function Tie({ callId, members, settled }: TieProps) {
  const t = useTexts(texts);
  const [order, setOrder] = useState(members);
  const settle = useCommand<string>({
    run: (reason, key) => api.awardsTie({ path: { id: callId }, body: { applicationIds: order.map(({ applicationId }) => applicationId), reason }, headers: { 'Idempotency-Key': key } }),
    refresh: [AWARDS],
  });
  const move = (from: number, to: number) => {
    const next = [...order];
    const [taken] = next.splice(from, 1);
    if (taken) next.splice(to, 0, taken);
    setOrder(next);
  };
  return (
    <div className="tie">
      <ol>
        {order.map(({ applicationId, projectName, organisationName, score }, index) => (
          <li key={applicationId}>
            <span>
              {projectName}
              <span className="sub">{[organisationName, score].filter(Boolean).join(' · ')}</span>
            </span>
            <span className="tools">
              <button type="button" className="button plain" aria-label={t('tie_up', { project: projectName })} aria-disabled={index === 0} onClick={() => (index > 0 ? move(index, index - 1) : undefined)}>
                <Icon name="up" />
              </button>
              <button type="button" className="button plain" aria-label={t('tie_down', { project: projectName })} aria-disabled={index === order.length - 1} onClick={() => (index < order.length - 1 ? move(index, index + 1) : undefined)}>
                <Icon name="down" />
              </button>
            </span>
          </li>
        ))}
      </ol>
      <ActDialog label={t(settled ? 'tie_resettle' : 'tie_settle')} kind="secondary" refusal={settled && order.every(({ applicationId }, at) => applicationId === members[at]?.applicationId) ? t('tie_unchanged') : null} reason={{ label: t('tie_reason'), least: 4 }} onAct={(reason) => settle.mutateAsync(reason)}>
        <p>{t('tie_follows')}</p>
      </ActDialog>
    </div>
  );
}
