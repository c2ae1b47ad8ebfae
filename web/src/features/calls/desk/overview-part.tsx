import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CallLinkView, OfficerCallView, Rulebook } from '../../../api/index.js';
import { Facts, Instant, Money, useJoin, useLanguage, useMarks, useTexts, type Fact } from '../../../ui/index.js';
import { countsQuery, schemaQuery } from '../officer-queries.js';
import { useTold } from '../rulebook/fields/words.js';
import { nameAt, sayWord } from '../rulebook/labels/index.js';
import { valueWords } from '../rulebook/reading/value-words.js';
import { nodeAt } from '../rulebook/schema.js';
import { officerTexts } from '../texts-officer.js';
import { ActionsPart } from './actions-part.js';
import { BeforePublishing, JudgesSeated } from './before-publishing.js';
import { ExtensionsPart } from './extensions-part.js';
import { StageLine } from './stage-line.js';

/** The round at a glance: its line of stages, its figures, and what can be done. */
export function Overview({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(officerTexts);
  const counts = useQuery(countsQuery(call.id)).data?.find(({ callId }) => callId === call.id);
  const book = call.rulebook as Rulebook;
  const drafting = ['draft', 'needs_collection'].includes(call.status);
  return (
    <>
      {drafting ? <BeforePublishing call={call} counts={counts} /> : null}
      {call.publishedAt ? <ExtensionsPart call={call} counts={counts} /> : null}
      <section className="call-part">
        <h2>{t('line')}</h2>
        <StageLine call={call} counts={counts} />
      </section>
      <section className="call-part">
        <h2>{t('figures')}</h2>
        <InShort book={book} drafts={counts?.drafts ?? 0} />
      </section>
      <Family call={call} />
      {call.publishedAt ? <JudgesSeated call={call} /> : null}
      <ActionsPart call={call} counts={counts} />
    </>
  );
}

function InShort({ book, drafts }: { readonly book: Partial<Rulebook>; readonly drafts: number }) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const join = useJoin();
  const amount = useAmountWords(book);
  const { money, categories = [], boards = [], form } = book;
  const facts: Fact[] = [
    ...(money ? [{ label: t('pool'), value: <Money fen={money.poolFen} /> }, { label: t('awards_planned'), value: String(money.awards ?? t('template_awards_open')) }] : []),
    ...(amount ? [{ label: t('amount_each'), value: amount }] : []),
    ...boards.map(({ title, poolFen, awards, closesAt }) => ({
      label: title[language], value: <Money fen={poolFen} />,
      note: <>{awards === null ? t('template_awards_open') : t('template_awards', { count: awards })}{closesAt ? <> · {t('board_ends')} <Instant at={closesAt} zone={false} /></> : null}</>,
    })),
    { label: t('categories'), value: join(categories.map(({ title }) => title[language])) },
    { label: t('questions'), value: String((form?.sections ?? []).reduce((sum, section) => sum + section.questions.length, 0)) },
    { label: t('drafts'), value: String(drafts), note: t('drafts_what') },
  ];
  return <Facts facts={facts} />;
}

/** The rule for the amount of one grant, in one line. */
function useAmountWords(book: Partial<Rulebook>): string | null {
  const told = useTold();
  const language = useLanguage();
  const marks = useMarks();
  const root = useQuery(schemaQuery).data;
  const amount = book.money?.amount;
  if (!root || !amount) return null;
  const path = ['money', 'amount'];
  const saying = { root, book: book as Rulebook, language, t: told };
  const values = Object.entries(amount).flatMap(([name, value]) => {
    const node = name === 'kind' ? null : nodeAt(root, [...path, name], book);
    const words = node ? valueWords(node, [...path, name], value, saying) : null;
    return words ? [`${nameAt(`money.amount.${name}`, language)} ${words}`] : [];
  });
  return [sayWord('money.amount', amount.kind, language), ...values].join(marks.comma);
}

function Family({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(officerTexts);
  if (!call.parent && call.supplements.length === 0) return null;
  return (
    <section className="call-part">
      {call.parent ? <Links title={t('supplements_parent')} links={[call.parent]} /> : null}
      {call.supplements.length > 0 ? <Links title={t('supplements_of')} links={call.supplements} /> : null}
    </section>
  );
}

function Links({ title, links }: { readonly title: string; readonly links: readonly CallLinkView[] }) {
  const language = useLanguage();
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            <Link to={`/desk/calls/${link.id}` as string}>{link.title[language]}</Link> <span className="quiet figures">{link.number}</span> <span className="quiet">{link.label[language]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
