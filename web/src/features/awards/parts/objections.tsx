import { useQuery } from '@tanstack/react-query';
import { Problem, type AwardRoundView, type ObjectionDetail } from '../../../api/index.js';
import { DueDay, Empty, ErrorNote, Facts, Instant, StatusMark, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { objectionsQuery } from '../queries.js';
import { texts } from '../texts.js';
import { JudgeObjection } from './judge-objection.js';

/** What came in against the list, the open ones first and of those the newest, each with what may be done with it. */
export function Objections({ round }: { readonly round: AwardRoundView }) {
  const t = useTexts(texts);
  const objections = useQuery({ ...objectionsQuery(round.callId), retry: false });
  const none = objections.error instanceof Problem && objections.error.status === 404;
  if (objections.isError && !none) return <ErrorNote error={objections.error} onRetry={() => void objections.refetch()} />;
  if (!objections.data && !none) return <p className="quiet" role="status">{t('tab_objections')}…</p>;
  if (none || objections.data?.length === 0) return <Empty why={t('objections_none')} what={t('objections_none_do')} />;
  const ordered = [...(objections.data ?? [])].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.receivedAt.localeCompare(a.receivedAt));
  return (
    <>
      {ordered.map((objection) => (
        <One key={objection.id} objection={objection} />
      ))}
    </>
  );
}

const isOpen = ({ status }: ObjectionDetail): boolean => status === 'received' || status === 'admissible';

const TONES: Readonly<Record<string, Tone>> = { received: 'waiting', admissible: 'current', inadmissible: 'quiet', upheld: 'late', rejected: 'done', escalated: 'quiet' };

function One({ objection }: { readonly objection: ObjectionDetail }) {
  const t = useTexts(texts);
  const say = useSay();
  const { projectName, label, status, text, reply, decidedBy, decidedAt } = objection;
  return (
    <section className="record-part objection">
      <h2>
        {projectName ? t('about_project', { project: projectName }) : t('about_list')}
        <StatusMark word={say(label)} tone={TONES[status] ?? 'calm'} />
      </h2>
      <h3>{t('their_words')}</h3>
      <p className="prose words">{text}</p>
      <ObjectionFacts objection={objection} />
      {reply ? (
        <>
          <h3>{t('the_answer')}</h3>
          <p className="prose words">{reply}</p>
          <p className="quiet">
            {decidedBy ? t('answered_by', { who: decidedBy }) : null} {decidedAt ? <Instant at={decidedAt} zone={false} /> : null}
          </p>
        </>
      ) : null}
      {objection.moves.length > 0 ? <JudgeObjection objection={objection} /> : null}
    </section>
  );
}

function ObjectionFacts({ objection }: { readonly objection: ObjectionDetail }) {
  const t = useTexts(texts);
  const { person, anonymous, receivedAt, answerUntil, reference } = objection;
  const who = anonymous ? t('anonymous') : person ? [person.organisation, person.name].filter(Boolean).join(' · ') : t('person_hidden');
  const facts = [
    { label: t('objector'), value: who, ...(person?.organisation ? { note: person.sealed ? t('sealed') : t('not_sealed') } : {}) },
    ...(person?.contact ? [{ label: t('contact'), value: person.contact }] : []),
    ...(person?.language === 'en' ? [{ label: t('reads'), value: t('reads_english') }] : []),
    { label: t('received'), value: <Instant at={receivedAt} /> },
    { label: t('answer_by'), value: <DueDay day={answerUntil} open={isOpen(objection)} /> },
    { label: t('reference'), value: <span className="figures">{reference}</span> },
  ];
  return <Facts facts={facts} />;
}
