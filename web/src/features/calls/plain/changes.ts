import type { CallStageView, ParameterView, RulebookChangeView, RulebookForm, SentenceView } from '../../../api/index.js';
import { formatInstant } from '../../../ui/index.js';
import { inYuan } from './money.js';
import { say } from './say.js';

/** Parts of the rulebook that are none of the nineteen parameters, by the first name of the path. */
const OTHERS: Readonly<Record<string, SentenceView>> = {
  title: say('名称', 'Title'),
  purpose: say('目的', 'Purpose'),
  year: say('年度', 'Year'),
  visibility: say('公开范围', 'Visibility'),
  organisers: say('主办与承办单位', 'Organisers'),
  form: say('申报书', 'The form'),
  scoring: say('评分', 'Scoring'),
  basis: say('依据说明', 'What the rules rest on'),
  sources: say('依据文件', 'Sources'),
};

export interface ToldChange {
  readonly part: SentenceView;
  readonly change: RulebookChangeView['change'];
  /** Only where both values can be said in words. */
  readonly before: string | null;
  readonly after: string | null;
}

interface Rules {
  readonly parameters: readonly ParameterView[];
  readonly stages: readonly CallStageView[];
  readonly rulebook: { readonly form: RulebookForm };
}

/** Changes of a rulebook in the words of its parts; several of one part that cannot be spelt out are said once. */
export function toldChanges(changes: readonly RulebookChangeView[], rules: Rules): ToldChange[] {
  const told = withoutTwins(changes, rules).map((change) => toldChange(change, rules));
  const seen = new Set<string>();
  return told.filter(({ part, change, before, after }) => {
    const name = `${part.zh} ${change} ${before ?? ''} ${after ?? ''}`;
    return seen.has(name) ? false : Boolean(seen.add(name));
  });
}

/** The deadline is the end of the application stage: moved with it, it is said once. */
function withoutTwins(changes: readonly RulebookChangeView[], { stages }: Rules): RulebookChangeView[] {
  const application = stages.find(({ kind }) => kind === 'application');
  const moved = changes.some(({ path }) => path === 'deadline.at');
  return changes.filter(({ path }) => !moved || path !== `stages.${application?.key ?? ''}.closesAt`).sort((a, b) => Number(b.path === 'deadline.at') - Number(a.path === 'deadline.at'));
}

function toldChange({ path, change, before, after }: RulebookChangeView, rules: Rules): ToldChange {
  const [was, is] = [valueWords(path, before), valueWords(path, after)];
  const spelt = was !== null && is !== null;
  return { part: dateOf(path, rules) ?? questionOf(path, rules) ?? partOf(path, rules), change, before: spelt ? was : null, after: spelt ? is : null };
}

const DATES: Readonly<Record<string, SentenceView>> = { 'deadline.at': say('申报截止时间', 'Deadline'), 'deadline.questionsUntil': say('提问截止', 'Questions taken until') };

/** A date of the plan by the name of its stage. */
function dateOf(path: string, { stages }: Rules): SentenceView | null {
  const known = DATES[path];
  if (known) return known;
  const [, key, edge] = /^stages\.([\w-]+)\.(opensAt|closesAt)$/.exec(path) ?? [];
  const title = stages.find((stage) => stage.key === key)?.title;
  if (!title) return null;
  return edge === 'opensAt' ? say(`${title.zh}开始`, `${title.en} begins`) : say(`${title.zh}结束`, `${title.en} ends`);
}

const ASPECTS: Readonly<Record<string, SentenceView>> = {
  title: say('题目', 'its title'), help: say('填写说明', 'its instructions'), required: say('是否必答', 'whether it must be answered'), limit: say('字数上限', 'its limit'), options: say('选项', 'its choices'),
  accept: say('文件要求', 'its files'), visibleWhen: say('何时出现', 'when it is asked'),
};

/** A section or a question of the form by its own title, and what of it has changed. */
function questionOf(path: string, { rulebook: { form } }: Rules): SentenceView | null {
  const [, section, key, aspect = ''] = /^form\.sections\.([\w-]+)(?:\.questions\.([\w-]+)(?:\.(\w+))?)?/.exec(path) ?? [];
  const held = form.sections.find((one) => one.key === section);
  if (!held) return null;
  const title = held.questions.find((one) => one.key === key)?.title ?? held.title;
  const what = ASPECTS[aspect];
  return say(['申报书', title.zh, what?.zh].filter(Boolean).join(' › '), ['The form', title.en, what?.en].filter(Boolean).join(' › '));
}

function partOf(path: string, { parameters }: Rules): SentenceView {
  const pointer = `/${path.replaceAll('.', '/')}`;
  const own = OTHERS[path.split('.')[0] ?? ''];
  const within = (one: string) => pointer === one || pointer.startsWith(`${one}/`);
  const found = parameters.find(({ pointers }) => pointers.some(within)) ?? (own ? undefined : parameters.find(({ pointers }) => pointers.some((one) => one.startsWith(`${pointer}/`))));
  return found?.title ?? OTHERS[path.split('.')[0] ?? ''] ?? say('规则', 'Rules');
}

/** A value as a person reads it: an instant, a sum, a number, a short text. Lists and keys are none. */
function valueWords(path: string, value: unknown): string | null {
  if (typeof value === 'number') return path.endsWith('Fen') || path.endsWith('.fen') ? inYuan(value) : String(value);
  if (typeof value !== 'string' || value.length > 200) return null;
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return formatInstant(new Date(value));
  return /^[a-z0-9_-]*$/.test(value) ? null : value;
}
