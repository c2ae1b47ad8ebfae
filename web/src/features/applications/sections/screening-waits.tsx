import { useQuery } from '@tanstack/react-query';
import { callChoicesQuery, type ScreeningWaitView } from '../../../api/index.js';
import { Countdown, Empty, ErrorNote, Icon, Instant, TaskRows, useLanguage, useSay, useTexts, type TaskRow } from '../../../ui/index.js';
import '../staff/staff.css';
import { countsQuery, staffListQuery, waitsQuery } from '../staff-queries.js';
import { staffTexts } from '../texts-staff.js';
import { waitsTexts } from '../texts-waits.js';

const RETURNED = staffListQuery({ status: 'returned', limit: 20 });

/** What waits for a screener: what an officer must decide and what is late, rounds with applications to look at, and corrections about to fall due. */
export default function ScreeningWaits() {
  const t = useTexts(staffTexts);
  const tWaits = useTexts(waitsTexts);
  const queries = [useQuery(waitsQuery), useQuery(countsQuery), useQuery(callChoicesQuery), useQuery(RETURNED)];
  const [decide, goesOn, files] = useWaits();
  const rows = useRows();
  const failed = queries.find(({ isError, data }) => isError && !data);
  if (failed) return <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />;
  if (queries.some(({ data }) => !data)) return null;
  const screening = [...goesOn, ...rows];
  return (
    <>
      {decide.length > 0 ? <TaskRows title={tWaits('decide')} rows={decide} /> : null}
      {screening.length > 0 ? <TaskRows title={t('home')} rows={screening} /> : null}
      {files.length > 0 ? <TaskRows title={tWaits('files')} rows={files} /> : null}
      {decide.length + screening.length + files.length > 0 ? null : (
        <section className="home-part">
          <h2>{t('home')}</h2>
          <Empty small why={t('home_nothing')} what={t('home_nothing_what')} />
        </section>
      )}
    </>
  );
}

const DECIDED = ['appeal', 'disagreement'];

/** What an officer decides; what is late or goes on; files to be let through, one line for each round. */
function useWaits(): [TaskRow[], TaskRow[], TaskRow[]] {
  const row = useWaitRow();
  const t = useTexts(waitsTexts);
  const all = useQuery(waitsQuery).data ?? [];
  const of = (wanted: (wait: ScreeningWaitView) => boolean) => all.filter(wanted);
  const files = of(({ kind }) => kind === 'files');
  const rounds = [...new Set(files.map(({ callNumber }) => callNumber))].map((round) => files.filter(({ callNumber }) => callNumber === round));
  return [
    of(({ kind }) => DECIDED.includes(kind)).map(row),
    of(({ kind }) => kind !== 'files' && !DECIDED.includes(kind)).map(row),
    rounds.map((waits) => ({
      id: `files-${waits[0]!.callNumber}`, what: t('files_what', { count: waits.reduce((sum, { count }) => sum + (count ?? 0), 0) }), to: `/desk/applications/${waits[0]!.id}`,
      about: t('files_about', { round: waits[0]!.callNumber, count: waits.length, project: waits[0]!.projectName }),
    })),
  ];
}

function useWaitRow(): (wait: ScreeningWaitView) => TaskRow {
  const t = useTexts(waitsTexts);
  const say = useSay();
  return ({ id, kind, number, projectName, organisationName, at, count, refusal }) => {
    const late = kind === 'correction_overdue' || kind === 'supplement_overdue';
    return {
      id: `${kind}-${id}`, what: t(kind === 'files' ? 'files_what' : kind, { project: projectName, count: count ?? 0 }), to: `/desk/applications/${id}`,
      about: [number, organisationName, refusal ? say(refusal) : null].filter(Boolean).join(' · '),
      by: (
        <span className={late ? 'tone-late wait-late' : 'quiet'}>
          {late ? <Icon name="alert" /> : null} {t(late ? 'was_due' : 'since')} <Instant at={at} zone={false} />
        </span>
      ),
    };
  };
}

function useRows(): TaskRow[] {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const counts = useQuery(countsQuery).data ?? [];
  const rounds = useQuery(callChoicesQuery).data?.items ?? [];
  const late = new Set((useQuery(waitsQuery).data ?? []).filter(({ kind }) => kind === 'correction_overdue').map(({ id }) => id));
  const returned = (useQuery(RETURNED).data?.items ?? []).filter(({ id }) => !late.has(id));
  const screening = counts.flatMap(({ callId, counts: by }) => {
    const round = rounds.find(({ id }) => id === callId);
    const waiting = by.submitted ?? 0;
    if (!round || waiting === 0) return [];
    return [
      {
        id: callId, what: t('home_to_screen', { count: waiting }), to: '/desk/applications', search: { callId, status: 'submitted' }, about: `${round.number} ${round.title[language]}`,
        by: round.status === 'open' ? <span className="quiet">{t('home_open_call')}</span> : round.next ? <Countdown until={round.next.at} /> : null, first: round.status !== 'open',
      },
    ];
  });
  const corrections = returned.map((row) => ({ id: row.id, what: t('home_correction', { project: row.projectName }), to: `/desk/applications/${row.id}`, about: `${row.callNumber} ${row.organisationName}`, by: row.correctionDueAt ? <Countdown until={row.correctionDueAt} /> : null }));
  return [...[...screening].sort((a, b) => Number(b.first) - Number(a.first)), ...corrections];
}
