import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, newIdempotencyKey, Problem, type StaffRow } from '../../../api/index.js';
import { ActionButton, ErrorNote, Icon, useTexts } from '../../../ui/index.js';
import '../../../ui/act-dialog.css';
import { APPLICATIONS } from '../staff-queries.js';
import { staffTexts } from '../texts-staff.js';
import { planFor, type Plan } from './bulk-plan.js';

type Outcome = { readonly kind: 'working' | 'done' } | { readonly kind: 'failed'; readonly reason: string };

/** Chosen rows, what would happen to each, and then what did. */
export function BulkAdmit({ rows, onDone }: { readonly rows: readonly StaffRow[]; readonly onDone: () => void }) {
  const t = useTexts(staffTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActionButton onAct={() => setOpen(true)}>{t('bulk_admit')}</ActionButton>
      {open ? <BulkDialog rows={rows} onClose={() => setOpen(false)} onDone={onDone} /> : null}
    </>
  );
}

interface BulkDialogProps {
  readonly rows: readonly StaffRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function BulkDialog({ rows, onClose, onDone }: BulkDialogProps) {
  const t = useTexts(staffTexts);
  const frame = useRef<HTMLDialogElement>(null);
  const { plans, error } = usePlans(rows);
  const { outcomes, running, run } = useRun(rows, plans);
  const finished = Object.keys(outcomes).length > 0 && !running;
  const admitted = [...plans.values()].filter(({ kind }) => kind === 'admit').length;
  useEffect(() => {
    if (!frame.current?.open) frame.current?.showModal();
  }, []);
  const close = () => (finished ? onDone() : onClose());
  return (
    <dialog ref={frame} className="act-dialog bulk" aria-labelledby="bulk-title" onCancel={(event) => [event.preventDefault(), running ? undefined : close()]}>
      <h2 id="bulk-title">{finished ? t('bulk_title_after') : t('bulk_title', { count: rows.length })}</h2>
      {finished ? <Summary outcomes={outcomes} left={rows.length - Object.keys(outcomes).length} /> : null}
      {error ? <ErrorNote error={error} /> : null}
      <ol className="bulk-rows">
        {(finished ? [...rows].sort((one, other) => urgency(outcomes[one.id]) - urgency(outcomes[other.id])) : rows).map((row) => (
          <li key={row.id}>
            <span className="applications-stacked">
              {finished && outcomes[row.id]?.kind !== 'done' ? <Link to={`/desk/applications/${row.id}` as string}>{row.projectName}</Link> : <span>{row.projectName}</span>}
              <span className="quiet">{row.organisationName}</span>
            </span>
            <RowFate plan={plans.get(row.id)} outcome={outcomes[row.id]} />
          </li>
        ))}
      </ol>
      <div className="acts">
        {finished ? null : (
          <ActionButton onAct={() => void run()} busy={running} refusal={plans.size < rows.length ? t('bulk_busy') : admitted === 0 ? t('bulk_none') : null}>
            {t('bulk_act', { count: admitted })}
          </ActionButton>
        )}
        <button type="button" className={`button ${finished ? '' : 'plain'}`} disabled={running} onClick={close}>
          {t('close')}
        </button>
      </div>
    </dialog>
  );
}

/** What somebody still has to do with comes first: refused, then left out, then done. */
const urgency = (outcome: Outcome | undefined): number => (outcome?.kind === 'failed' ? 0 : outcome ? 2 : 1);

interface SummaryProps {
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly left: number;
}

function Summary({ outcomes, left }: SummaryProps) {
  const t = useTexts(staffTexts);
  const all = Object.values(outcomes);
  return <p role="status">{t('bulk_result', { done: all.filter(({ kind }) => kind === 'done').length, failed: all.filter(({ kind }) => kind === 'failed').length, left })}</p>;
}

function RowFate({ plan, outcome }: { readonly plan: Plan | undefined; readonly outcome: Outcome | undefined }) {
  const t = useTexts(staffTexts);
  if (outcome?.kind === 'failed') return <Fate tone="late" icon="cross" words={t('bulk_failed', { reason: outcome.reason })} />;
  if (outcome) return <Fate tone="done" icon={outcome.kind === 'done' ? 'check' : 'spinner'} words={t(outcome.kind === 'done' ? 'bulk_done' : 'bulk_working')} />;
  if (!plan) return <Fate tone="quiet" icon="spinner" words={t('bulk_busy')} />;
  if (plan.kind === 'admit') return <Fate tone="done" icon="check" words={plan.checks.length > 0 ? t('bulk_will', { count: plan.checks.length }) : t('bulk_will_plain')} />;
  return <Fate tone="waiting" icon="minus" words={plan.why === 'status' ? t('bulk_skip_status') : t(`bulk_skip_${plan.why}`, { count: plan.count })} />;
}

function Fate({ tone, icon, words }: { readonly tone: string; readonly icon: 'cross' | 'check' | 'spinner' | 'minus'; readonly words: string }) {
  return (
    <span className={`fate tone-${tone}`}>
      <Icon name={icon} className={icon === 'spinner' ? 'spin' : ''} />
      {words}
    </span>
  );
}

/** Looks at the rules of each before anything is done. */
function usePlans(rows: readonly StaffRow[]) {
  const [plans, setPlans] = useState<ReadonlyMap<string, Plan>>(new Map());
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const gone = new AbortController();
    const look = async () => {
      for (const row of rows) {
        const screening = await api.screeningShow({ path: { id: row.id }, signal: gone.signal });
        if (!gone.signal.aborted) setPlans((before) => new Map(before).set(row.id, planFor(row, screening)));
      }
    };
    look().catch((problem: unknown) => (gone.signal.aborted ? undefined : setError(problem)));
    return () => gone.abort();
  }, [rows]);
  return { plans, error };
}

/** One after the other, each by itself: one that is refused leaves the others standing. */
function useRun(rows: readonly StaffRow[], plans: ReadonlyMap<string, Plan>) {
  const t = useTexts(staffTexts);
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({});
  const [running, setRunning] = useState(false);
  const tell = (id: string, outcome: Outcome) => setOutcomes((before) => ({ ...before, [id]: outcome }));
  const run = async () => {
    setRunning(true);
    for (const { id } of rows) {
      const plan = plans.get(id);
      if (plan?.kind !== 'admit') continue;
      tell(id, { kind: 'working' });
      tell(id, await admit(id, plan, t('bulk_unreached')));
    }
    setRunning(false);
    await queries.invalidateQueries({ queryKey: APPLICATIONS });
  };
  return { outcomes, running, run };
}

async function admit(id: string, { checks }: Extract<Plan, { kind: 'admit' }>, unreached: string): Promise<Outcome> {
  try {
    if (checks.length > 0) await api.screeningCheck({ path: { id }, body: { checks: [...checks] }, headers: { 'Idempotency-Key': newIdempotencyKey() } });
    await api.screeningScreen({ path: { id }, body: { move: 'admit' }, headers: { 'Idempotency-Key': newIdempotencyKey() } });
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'failed', reason: (error instanceof Problem && error.detail) || unreached };
  }
}
