import { api, useCommand, type MilestoneDetail, type MilestoneMoveView } from '../../../api/index.js';
import { ActDialog, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { texts } from '../texts.js';

/** Accept, or return with a reason; the side that the rules do not name reads why it does not. */
export function Decide({ report }: { readonly report: MilestoneDetail }) {
  const t = useTexts(texts);
  const say = useSay();
  const decide = useCommand<{ move: 'accept' | 'return'; reason?: string }>({
    run: (body, key) => api.milestonesDecide({ path: { id: report.id }, body, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
  });
  const refusalOf = (wanted: string) => against(report.moves.find(({ move }) => move === wanted), say);
  return (
    <section className="record-part no-print">
      <h2>{t('decision')}</h2>
      <p className="quiet">{t('decision_lead')}</p>
      <div className="act-row">
        <ActDialog label={t('accept')} icon="check" refusal={refusalOf('accept')} onAct={() => decide.mutateAsync({ move: 'accept' })}>
          <p>{t('accept_follows')}</p>
        </ActDialog>
        <ActDialog label={t('return')} kind="danger" refusal={refusalOf('return')} reason={{ label: t('return_reason'), least: 4 }} onAct={(reason) => decide.mutateAsync({ move: 'return', reason })}>
          <p>{t('return_follows')}</p>
        </ActDialog>
      </div>
    </section>
  );
}

const against = (move: MilestoneMoveView | undefined, say: ReturnType<typeof useSay>): string | null => (move && !move.allowed && move.reason ? say(move.reason) : null);
