import { startOfTail } from '#libs/characters';
import type { ApplicationView } from '#modules/applications';
import type { Question, Rulebook } from '#modules/calls';

/** Replaces what would give an applicant away in a text. */
export type Redactor = (text: string) => string;

/** Whatever the names are: telephone numbers, credit codes, web sites. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/(?:https?:\/\/|www\.)[^\s，。；）)]+/gi, '〔网址〕'],
  [/(?<![0-9A-Z])[159Y][1239][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/g, '〔信用代码〕'],
  [/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, '〔电话〕'],
  [/(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g, '〔电话〕'],
];

/** 扬州市邗江区彩虹社会工作服务中心 is known by 彩虹社会工作服务中心, and by 彩虹. */
const REGION = /^(?:[\p{Script=Han}]{2,3}省)?(?:[\p{Script=Han}]{2,4}市)?(?:[\p{Script=Han}]{1,4}?[区县])?/u;
const FORM = /(?:社会工作服务中心|社会服务中心|公益服务中心|服务中心|发展中心|志愿者协会|促进会|协会|基金会|联合会|工作站|中心|学会|商会)$/u;

/** The spellings under which an organisation goes, the longest first; what is shorter than three characters is a word, not a name. */
export function spellingsOf(name: string): string[] {
  const local = name.replace(REGION, '');
  const core = local.replace(FORM, '');
  return [name, local, core].filter((spelling, at, all) => [...spelling].length >= (spelling === core ? 3 : 4) && all.indexOf(spelling) === at);
}

export interface Names {
  readonly applicants: readonly string[];
  readonly partners: readonly string[];
  readonly people: readonly string[];
  /** A short name that the project bears as well is the project's: it stays. */
  readonly projectName: string;
  /** The rulebook hides the project's name as well. */
  readonly hidesProject?: boolean;
}

/** A spelling with what stands in its place. */
type Mask = readonly [word: string, mask: string];

/** Every spelling that would give the applicant away, the longest first. */
export function spellingsIn({ applicants, partners, people, projectName, hidesProject = false }: Names): Mask[] {
  const isCore = (word: string) => ![...applicants, ...partners].some((name) => name === word || name.replace(REGION, '') === word);
  const words: Mask[] = [
    ...applicants.flatMap(spellingsOf).map((word): Mask => [word, '〔申报单位〕']), ...partners.flatMap(spellingsOf).map((word): Mask => [word, '〔合作单位〕']),
    ...people.filter((name) => [...name].length >= 2).map((word): Mask => [word, '〔姓名〕']),
  ];
  const project: Mask[] = hidesProject && projectName !== '' ? [[projectName, '〔项目名称〕']] : [];
  return [...words.filter(([word, mask]) => mask === '〔姓名〕' || hidesProject || !isCore(word) || !projectName.includes(word)), ...project].sort(([a], [b]) => b.length - a.length);
}

export function redactor(names: Names): Redactor {
  const words = spellingsIn(names);
  return (text) => {
    const named = words.reduce((left, [word, mask]) => left.replaceAll(word, mask), text);
    return PATTERNS.reduce((left, [pattern, mask]) => left.replace(pattern, mask), maskAddresses(named));
  };
}

/** Addresses of e-mail, found from their @: a pattern for what stands before it would take a long run of letters its square in time. */
function maskAddresses(text: string): string {
  let [seen, rest] = ['', text];
  for (let at = rest.indexOf('@'); at >= 0; at = rest.indexOf('@')) {
    const start = startOfTail(rest.slice(0, at), /[\w.+-]/);
    const host = /^[\w-]+(?:\.[\w-]+)+/.exec(rest.slice(at + 1))?.[0];
    const isAddress = host !== undefined && start < at;
    seen += isAddress ? `${rest.slice(0, start)}〔邮箱〕` : rest.slice(0, at + 1);
    rest = rest.slice(at + 1 + (isAddress ? host.length : 0));
  }
  return seen + rest;
}

/** Names of people that the application itself gives: leader, team, legal representative. */
export function peopleIn({ answers }: Pick<ApplicationView, 'answers'>, { form }: Pick<Rulebook, 'form'>): string[] {
  return form.sections.flatMap((section) => section.questions.flatMap((question) => namesIn(question, answers[section.key]?.[question.key])));
}

const NAMING = new Set(['leader.name', 'organisation.legalRepresentative']);

function namesIn({ kind, prefill }: Question, answer: unknown): string[] {
  if (typeof answer === 'string') return prefill && NAMING.has(prefill) ? [answer.trim()] : [];
  if (kind !== 'team' || !Array.isArray(answer)) return [];
  return answer.map((row: { name?: unknown } | null) => row?.name).filter((name): name is string => typeof name === 'string').map((name) => name.trim());
}

/** Every text within an answer, however deep. */
export function redactAnswer(answer: unknown, redact: Redactor): unknown {
  if (typeof answer === 'string') return redact(answer);
  if (Array.isArray(answer)) return answer.map((one) => redactAnswer(one, redact));
  if (typeof answer === 'object' && answer !== null) return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, redactAnswer(value, redact)]));
  return answer;
}
