import { api, useCommand, type ProjectMoneyView } from '../../../api/index.js';
import { ActionButton, ErrorNote, Facts, Money, StatusMark, useFreshCode, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { fundsTexts } from '../texts.js';

interface SettlementPartProps {
  readonly projectId: string;
  readonly money: ProjectMoneyView;
}

/** Closes the accounts of a project, or says in the server's words why not yet. */
export function SettlementPart({ projectId, money }: SettlementPartProps) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  const fresh = useFreshCode();
  const settle = useCommand({
    run: (_: void, key) => fresh.around(() => api.projectMoneySettle({ path: { projectId }, headers: { 'Idempotency-Key': key } })),
    refresh: [...AFTER_WRITE, ['projects']],
  });
  return (
    <section className="funds-part" aria-labelledby="settlement">
      <h2 id="settlement">{t('settlement')}</h2>
      <Facts facts={[{ label: t('spent'), value: <Money fen={money.acceptedSpendFen} /> }, { label: t('paid_sum'), value: <Money fen={money.paidFen} /> }, { label: t('returned_sum'), value: <Money fen={money.returnedFen} /> }]} />
      {money.settled ? (
        <p style={{ marginTop: 12 }}>
          <StatusMark tone="done" word={t('settled_done')} />
        </p>
      ) : (
        <div className="move no-print" style={{ marginTop: 12 }}>
          <p className="quiet">{t('settle_what')}</p>
          <ActionButton onAct={() => settle.mutate()} refusal={money.settleRefusal ? say(money.settleRefusal) : null} busy={settle.isPending && !fresh.asking} icon="check">
            {t('settle')}
          </ActionButton>
          {fresh.field}
          {settle.error ? <ErrorNote error={settle.error} /> : null}
        </div>
      )}
    </section>
  );
}
