import { useQueryClient } from '@tanstack/react-query';
import { api, useCommand, type MilestoneDetail } from '../../../api/index.js';
import { ActDialog, AutosaveMark, Icon, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE, milestoneQuery } from '../queries.js';
import { texts } from '../texts.js';
import { isReadable, reportOf } from './draft.js';
import { EvidenceFields } from './evidence-fields.js';
import { ReachFields } from './reach-fields.js';
import { SpendingFields } from './spending-fields.js';
import { useReport, type ReportInHand } from './use-report.js';

/** Writing a report: figures beside the plan, words, spending, files; saved in any state, handed in once it is complete. */
export function ReportForm({ report }: { readonly report: MilestoneDetail }) {
  const t = useTexts(texts);
  const hand = useReport(report);
  const { draft, change } = hand;
  return (
    <>
      {hand.conflict ? <Conflict id={report.id} /> : null}
      <section className="record-part">
        <h2>{t('reach')}</h2>
        <p className="quiet">{t('reach_lead')}</p>
        <ReachFields reach={report.reach} typed={draft.reached} onType={(key, value) => change((one) => ({ ...one, reached: { ...one.reached, [key]: value } }))} />
      </section>
      <section className="record-part">
        <h2>
          <label htmlFor="report-text">{t('narrative')}{report.narrativeRequired ? '' : t('narrative_optional')}</label>
        </h2>
        <p className="quiet">{t('narrative_lead')}</p>
        <textarea id="report-text" className="input report-text" maxLength={20_000} value={draft.narrative} onChange={(event) => change((one) => ({ ...one, narrative: event.target.value }))} />
      </section>
      <section className="record-part">
        <h2>{t('spending')}</h2>
        <p className="quiet">{t('spending_lead')}</p>
        <SpendingFields spending={report.spending} typed={draft.spending} onType={(category, value) => change((one) => ({ ...one, spending: { ...one.spending, [category]: value } }))} />
      </section>
      <section className="record-part">
        <h2>{t('evidence')}</h2>
        <EvidenceFields evidence={report.evidence} files={draft.evidence} onFiles={(kind, make, now) => change((one) => ({ ...one, evidence: { ...one.evidence, [kind]: make(one.evidence[kind] ?? []) } }), { now })} />
      </section>
      <HandIn report={report} hand={hand} />
    </>
  );
}

/** Somebody else has saved: nothing of either is lost until the writer says so. */
function Conflict({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  return (
    <div className="error-note tone-late" role="alert">
      <Icon name="alert" />
      <div>
        <p className="what">{t('conflict')}</p>
        <p>{t('conflict_what')}</p>
        <button type="button" className="button" onClick={() => void queries.resetQueries({ queryKey: milestoneQuery(id).queryKey })}>
          {t('load_newest')}
        </button>
      </div>
    </div>
  );
}

function HandIn({ report, hand }: { readonly report: MilestoneDetail; readonly hand: ReportInHand }) {
  const t = useTexts(texts);
  const say = useSay();
  const submit = useCommand<number>({
    run: (version, key) => api.milestonesSubmit({ path: { id: report.id }, body: { report: reportOf(hand.draft), version }, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
  });
  const act = async () => {
    const version = await hand.settle();
    if (version === null) throw new Error('unsaved');
    await submit.mutateAsync(version);
  };
  const move = report.moves.find(({ move: name }) => name === 'submit');
  const unreadable = !isReadable(hand.draft);
  const refusal = unreadable ? t('unsaved_faults') : move && !move.allowed && move.reason ? say(move.reason) : null;
  const who = report.acceptedBy === 'evaluator' ? t('who_evaluator') : t('who_officer');
  return (
    <div className="hand-in no-print">
      <ActDialog label={t('submit')} refusal={refusal} onAct={act}>
        <p>{t('submit_follows', { who })}</p>
      </ActDialog>
      <AutosaveMark state={unreadable ? { kind: 'unsaved', why: t('unsaved_faults') } : hand.saved} onRetry={hand.save} />
      {refusal ? null : <span className="quiet">{t('complete')}</span>}
    </div>
  );
}
