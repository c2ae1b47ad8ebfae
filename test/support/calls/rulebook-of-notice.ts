import type { Fen } from '#libs/money';
import { readProgramme, type Rulebook } from '#modules/calls';
import { shiftDates } from '../../../scripts/cycle/demo/shift-rulebook.mjs';
import type { PublishedNotice } from './published-notices.js';

const fen = (yuan: number): Fen => (yuan * 100) as Fen;
const named = (text: string) => ({ zh: text, en: text });
const SILENT = { kind: 'assumption', why: { zh: '公告未说明；按通行做法', en: 'The notice is silent; as is customary' } } as const;
const STATED = { kind: 'source', ref: 'notice' } as const;
const ASSUMED_AMOUNT = 50_000;
const ASSUMED_AWARDS = 10;

/**
 * The rulebook an officer would write from a notice: what it states is entered with the notice as its source; all else comes from a
 * rulebook in use and is marked as our assumption.
 */
export function rulebookOfNotice(notice: PublishedNotice): Rulebook {
  const book = dated(readProgramme('wuhu-2019') as Rulebook, notice);
  const rules = { ...book, ...namesOf(book, notice), ...peopleOf(book, notice), ...moneyOf(book, notice), ...noticeTerm(book, notice) } as Rulebook;
  return { ...judged(rules, notice), ...boardsOf(notice), basis: basisOf(book, notice) } as Rulebook;
}

function namesOf(book: Rulebook, { id, zh, en, year, issuer, url, categories = ['综合类'], seatsEach }: PublishedNotice) {
  return {
    code: id, origin: 'published', title: { zh, en }, year, organisers: [{ role: 'host', name: named(issuer) }],
    sources: [{ key: 'notice', title: named(zh), url }, ...book.sources.filter(({ key }) => key !== 'NA1')],
    categories: categories.map((title, at) => ({ key: `category-${at + 1}`, title: named(title), seats: seatsEach ?? null, open: true })),
    allocation: { ...book.allocation, rankWithin: seatsEach ? 'category' : 'overall' },
  };
}

/** Where a notice names no territory, the rule about territory is left out. */
function peopleOf(book: Rulebook, { perOrganisation = 1, host = false }: PublishedNotice) {
  const eligibility = book.eligibility.filter(({ id }) => id !== 'E15').map((rule) => (rule.id === 'E16' ? { ...rule, parameters: { max: perOrganisation } } : rule));
  const hosted = host ? { allowed: true, hostTypes: ['street_federation', 'social_work_station'] } : book.applicants.host;
  return { eligibility, applicants: { ...book.applicants, registeredIn: [], implementedIn: [], maxAwards: 1, maxApplications: perOrganisation, host: hosted } };
}

function moneyOf(book: Rulebook, notice: PublishedNotice) {
  const awards = awardsOf(notice);
  const poolFen = poolOf(notice, awards);
  const { route = 'grant', firstTimerCap, topUp } = notice;
  const matching = topUp ? { mode: 'none', minPercentOfTotal: 0, topUp: { ratio: topUp.ratio, maxFen: fen(topUp.max) }, forms: ['cash'] } : book.matching;
  const incomeNature = route === 'purchase' ? 'service_income' : 'government_subsidy';
  return { matching, money: { ...book.money, route, incomeNature, poolFen, awards, amount: amountOf(notice, poolFen), firstTimerCapFen: firstTimerCap ? fen(firstTimerCap) : null } };
}

/** Money of boards that the notice does not divide: in equal parts, the odd fen to the first. */
function boardsOf(notice: PublishedNotice): Pick<Rulebook, 'boards'> {
  const { boards, categories = [], pool } = notice;
  if (!boards) return {};
  const share = pool === undefined ? undefined : Math.floor((pool * 100) / boards.length);
  return {
    boards: boards.map((board, at) => ({
      key: `board-${at + 1}`, title: { zh: board.zh, en: board.en }, categories: board.categories.map((title) => `category-${categories.indexOf(title) + 1}`), awards: board.awards ?? null,
      poolFen: (share === undefined ? boardPool(board) : share + (at === 0 ? pool! * 100 - share * boards.length : 0)) as Fen,
      ...(board.owner ? { owner: named(board.owner) } : {}), ...(board.amount ? { amount: amountOf(board, boardPool(board)) } : {}), ...(board.closesOn ? { closesAt: `${board.closesOn}T17:00:00+08:00` } : {}),
    })),
  };
}

const boardPool = ({ amount }: Pick<PublishedNotice, 'amount'>): Fen => fen(highest(amount) * ASSUMED_AWARDS);

function noticeTerm({ publicity }: Rulebook, { publicityDays = publicity.awards.term.days }: PublishedNotice) {
  return { publicity: { ...publicity, awards: { ...publicity.awards, term: { ...publicity.awards.term, days: publicityDays } } } };
}

/** Its dates, moved so that the deadline is the notice's, or the last of June where none is visible. */
function dated(template: Rulebook, { year, opensOn, closesOn }: PublishedNotice): Rulebook {
  const wanted = closesOn ?? `${year}-06-30`;
  const days = Math.round((Date.parse(wanted.slice(0, 10)) - Date.parse(template.deadline.at.slice(0, 10))) / 86_400_000);
  const moved = shiftDates(template, { days, years: Number(wanted.slice(0, 4)) - template.year }) as Rulebook;
  const at = wanted.length > 10 ? `${wanted}:00+08:00` : moved.deadline.at;
  const stages = moved.stages.map((stage) => (stage.kind === 'application' ? { ...stage, closesAt: at, opensAt: opensOn ? `${opensOn}T08:30:00+08:00` : stage.opensAt } : stage));
  return { ...moved, stages, deadline: { ...moved.deadline, at } } as Rulebook;
}

const awardsOf = ({ awards, pool, amount }: PublishedNotice): number | null => awards ?? (pool && amount && 'fixed' in amount ? Math.floor(pool / amount.fixed) : null);

function poolOf({ pool, amount, firstTimerCap = 0, boards }: PublishedNotice, awards: number | null): Fen {
  if (pool) return fen(pool);
  if (boards) return boards.reduce((sum, board) => sum + boardPool(board), 0) as Fen;
  if (amount && 'tiers' in amount) return fen(amount.tiers.reduce((sum, [count, yuan]) => sum + count * yuan, 0));
  return fen(Math.max(highest(amount), 2 * firstTimerCap) * (awards ?? ASSUMED_AWARDS));
}

const highest = (amount: PublishedNotice['amount']): number =>
  !amount ? ASSUMED_AMOUNT : 'fixed' in amount ? amount.fixed : 'cap' in amount ? amount.cap : 'to' in amount ? amount.to : Math.max(...amount.tiers.map(([, yuan]) => yuan));

function amountOf({ amount, firstTimerCap = 0 }: Pick<PublishedNotice, 'amount' | 'firstTimerCap'>, pool: Fen): Rulebook['money']['amount'] {
  if (!amount) return { kind: 'cap', maxFen: Math.min(fen(Math.max(ASSUMED_AMOUNT, 2 * firstTimerCap)), pool) as Fen };
  if ('fixed' in amount) return { kind: 'fixed', fen: fen(amount.fixed) };
  if ('cap' in amount) return { kind: 'cap', maxFen: fen(amount.cap) };
  if ('from' in amount) return { kind: 'range', minFen: fen(amount.from), maxFen: fen(amount.to) };
  let next = 1;
  const tiers = amount.tiers.map(([count, yuan]) => {
    const fromRank = next;
    next += count;
    return { fromRank, toRank: next - 1, fen: fen(yuan) };
  });
  return { kind: 'tiers_by_rank', tiers };
}

/** Criteria that the notice names share the points; its tranches and the weight of its written review stand as it says. */
function judged(rules: Rulebook, { criteria, tranches, written }: PublishedNotice): Rulebook {
  const scoring = criteria ? withCriteria(rules.scoring, criteria) : rules.scoring;
  const paid = tranches ? { ...rules.tranches, tranches: rules.tranches.tranches.map((tranche, at) => ({ ...tranche, percent: tranches[at]! })) } : rules.tranches;
  const changed = { ...rules, scoring, tranches: paid } as Rulebook;
  return written === undefined ? changed : withWritten(changed, written);
}

function withCriteria(scoring: Rulebook['scoring'], titles: readonly string[]): Rulebook['scoring'] {
  const shared = Math.floor(100 / titles.length);
  const criteria = titles.map((title, at) => ({ key: `criterion-${at + 1}`, title: named(title), weight: at === 0 ? 100 - shared * (titles.length - 1) : shared, max: at === 0 ? 100 - shared * (titles.length - 1) : shared, step: 0.5, anchors: [{ from: 0, to: at === 0 ? 100 - shared * (titles.length - 1) : shared, text: named(title) }], reason: { when: 'never', minLength: 0 }, allowNotApplicable: false }));
  const stages = scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => ({ ...bloc, criteria })) }));
  const tieBreak = [...scoring.tieBreak.filter(({ by }) => by === 'criterion').slice(0, 1).map((step) => ({ ...step, criterion: 'criterion-1' })), ...scoring.tieBreak.filter(({ by }) => by !== 'criterion')];
  return { ...scoring, stages, tieBreak } as unknown as Rulebook['scoring'];
}

/** A written review before the roadshow, with its weight. */
function withWritten(rules: Rulebook, weight: number): Rulebook {
  const at = rules.stages.findIndex(({ key }) => key === 'optimisation');
  const before = rules.stages[at]!;
  const stages = [...rules.stages.slice(0, at), { ...before, key: 'written', kind: 'written_review', title: { zh: '书面评审', en: 'Written review' } }, ...rules.stages.slice(at + 1)];
  const [live] = rules.scoring.stages;
  const first = { ...live!, key: 'written', stage: 'written', title: { zh: '书面评审', en: 'Written review' }, weight };
  return { ...rules, stages, scoring: { ...rules.scoring, stages: [first, { ...live!, weight: 100 - weight }] } } as Rulebook;
}

const STATEMENTS: readonly (readonly [pointer: string, stated: (notice: PublishedNotice) => unknown])[] = [
  ['/categories', ({ categories }) => categories], ['/boards', ({ boards }) => boards], ['/money/amount', ({ amount }) => amount], ['/money/poolFen', ({ pool }) => pool], ['/money/awards', ({ awards }) => awards],
  ['/money/firstTimerCapFen', ({ firstTimerCap }) => firstTimerCap], ['/money/route', ({ route }) => route], ['/deadline/at', ({ closesOn }) => closesOn],
  ['/applicants/maxApplications', ({ perOrganisation }) => perOrganisation], ['/applicants/host', ({ host }) => host], ['/matching', ({ topUp }) => topUp], ['/publicity/awards', ({ publicityDays }) => publicityDays],
  ['/tranches', ({ tranches }) => tranches], ['/scoring', ({ written, criteria }) => written ?? criteria],
];

function basisOf(book: Rulebook, notice: PublishedNotice): Rulebook['basis'] {
  const silent = Object.fromEntries(Object.keys(book).filter((key) => !['format', 'code', 'origin', 'title', 'organisers', 'sources', 'basis', 'year', 'purpose', 'supplementTo'].includes(key)).map((key) => [`/${key}`, SILENT]));
  const stated = Object.fromEntries(STATEMENTS.filter(([, of]) => of(notice) !== undefined).map(([pointer]) => [pointer, STATED]));
  return { ...silent, ...stated } as Rulebook['basis'];
}
