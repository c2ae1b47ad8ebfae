import { useQuery } from '@tanstack/react-query';
import { useChosenProgramme, type CallCountsView, type OfficerCallRow } from '../../../api/index.js';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, StatusMark, useLanguage, useTexts } from '../../../ui/index.js';
import '../desk/calls-desk.css';
import { toneOfCall } from '../desk/call-tones.js';
import { NextDate } from '../desk/next-date.js';
import { RoundCounts } from '../desk/round-counts.js';
import { countsQuery, roundsOfQuery } from '../officer-queries.js';
import { officerTexts } from '../texts-officer.js';

const OVER = ['archived', 'cancelled'];

/** The officer's rounds that are under way: where each stands, its next date, and what waits in it. */
export default function RoundsAhead() {
  const t = useTexts(officerTexts);
  const programmeId = useChosenProgramme();
  const calls = useQuery(roundsOfQuery(programmeId));
  const counts = useQuery(countsQuery());
  if (calls.isError && !calls.data) return <ErrorNote error={calls.error} onRetry={() => void calls.refetch()} />;
  const live = (calls.data ?? []).filter(({ status }) => !OVER.includes(status));
  return (
    <section className="home-part">
      <h2>
        {t('rounds')}
        <span className="count">{live.length}</span>
      </h2>
      {calls.data && live.length === 0 ? <Empty small why={t('empty_rounds')} what={t('empty_rounds_what')} action={<Link className="button" to="/desk/calls/new">{t('start_call')}</Link>} /> : null}
      <ul className="round-rows">
        {[...live].sort(bySoonest).map((call) => (
          <RoundRow key={call.id} call={call} counts={counts.data?.find(({ callId }) => callId === call.id)} />
        ))}
      </ul>
    </section>
  );
}

const bySoonest = (a: OfficerCallRow, b: OfficerCallRow): number => soonest(a) - soonest(b);
const soonest = ({ next }: OfficerCallRow): number => (next ? Date.parse(String(next.at)) : Infinity);

function RoundRow({ call, counts }: { readonly call: OfficerCallRow; readonly counts: CallCountsView | undefined }) {
  const language = useLanguage();
  return (
    <li>
      <span className="stacked">
        <Link to={`/desk/calls/${call.id}` as string}>{call.title[language]}</Link>
        <span className="quiet figures">{call.number}</span>
      </span>
      <StatusMark word={call.label[language]} tone={toneOfCall(call.status)} />
      <NextDate next={call.next} />
      <RoundCounts callId={call.id} counts={counts} />
    </li>
  );
}
