import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/canonical-json';
import { say } from '#libs/errors';
import type { Rulebook } from '#modules/calls';
import { rulesOf, readFigures } from '../figures.js';
import { answerTo, isBlank, type Answers } from '../form/answers.js';
import { inWords, type AnswerInWords } from '../form/in-words.js';

/** What concerns the site: when, where, what happens there and for whom. Money, people and the rest of the application are not its business. */
const CONCERNS = ['place', 'starts-on', 'ends-on', 'activities', 'beneficiaries'];

/** What a site says by confirming. */
export const SITE_SAYS = say('同意本项目在本村（社区）实施，并提供必要的场地和协助。', 'We agree that this project is carried out here, and give the room and help that it needs.');

export interface SiteContent {
  readonly projectName: string;
  /** Canonical JSON of everything that is confirmed. */
  readonly text: string;
  /** SHA-256 of it. */
  readonly hash: string;
}

export function siteContent(book: Rulebook, { answers, organisationName }: { readonly answers: Answers; readonly organisationName: string }, site: string): SiteContent {
  const { projectName } = readFigures(book, answers);
  const planned = Object.fromEntries(CONCERNS.map((key) => [key, answerTo(answers, key)] as const).filter(([, answer]) => !isBlank(answer)));
  const text = canonicalJson({ site, organisation: organisationName, project: projectName, says: SITE_SAYS.zh, planned });
  return { projectName, text, hash: createHash('sha256').update(text).digest('hex') };
}

/** What is planned there, as people read it: the place first. */
export const plannedInWords = (book: Rulebook, answers: Answers): AnswerInWords[] =>
  inWords(rulesOf(book, answers), answers).flatMap((section) => section.answers).filter(({ key, lines, table }) => CONCERNS.includes(key) && lines.length + (table?.rows.length ?? 0) > 0)
    .sort((one, other) => CONCERNS.indexOf(one.key) - CONCERNS.indexOf(other.key));

/** Nobody is asked about a project that has no name or no place yet. */
export const isWorthAsking = (book: Rulebook, answers: Answers): boolean => readFigures(book, answers).projectName !== '' && !isBlank(answerTo(answers, 'place'));
