import { say, type Sentence } from '#libs/errors';
import type { ConflictPath, Link, LinkKind } from './conflict-graph.js';

const WORDS: Readonly<Record<LinkKind, readonly [zh: string, en: string]>> = {
  member: ['{a} 是 {b} 的成员', '{a} is a member of {b}'],
  employer: ['{a} 的工作单位是 {b}', '{a} is employed by {b}'],
  employed: ['{a} 近三年曾在 {b} 任职', '{a} has worked for {b} within three years'],
  adviser: ['{a} 担任 {b} 的顾问', '{a} advises {b}'],
  board: ['{a} 是 {b} 的理事或监事', '{a} sits on the board of {b}'],
  legal_representative: ['{a} 与 {b} 为法定代表人关系', '{a} and {b}: legal representative'],
  shareholder: ['{a} 在 {b} 出资或持股', '{a} holds a share of {b}'],
  family: ['{a} 的近亲属为 {b}', '{b} is a close relative of {a}'],
  mentor: ['{a} 辅导过 {b}', '{a} has mentored {b}'],
  dispute: ['{a} 与 {b} 有纠纷', '{a} has a dispute with {b}'],
  requirement: ['{a} 参与编写过 {b} 的需求或项目书', '{a} helped {b} to write its proposal'],
  other: ['{a} 与 {b} 有其他利益关系', '{a} has another interest in {b}'],
  phone: ['{a} 与 {b} 使用同一联系电话', '{a} and {b} use the same phone number'],
  address: ['{a} 与 {b} 地址相同', '{a} and {b} have the same address'],
  same_name: ['{a} 与 {b} 同名', '{a} and {b} have the same name'],
  leader: ['{a} 与 {b} 为项目负责人关系', '{a} and {b}: project leader'],
  team: ['{a} 与 {b} 为项目团队关系', '{a} and {b}: member of the team'],
  co_applied: ['{a} 与 {b} 曾联合申报', '{a} and {b} have applied together'],
  co_awarded: ['{a} 与 {b} 曾联合获得资助', '{a} and {b} were funded together'],
};

/** Several steps over a phone or an address read better as one. */
const throughThing = ({ to }: Link): boolean => to.key.startsWith('phone:') || to.key.startsWith('address:');

/** The way in words, each step with its day, as staff and the judge herself may read it. Numbers and addresses are not repeated. */
export function explainConflict({ links, certain }: ConflictPath): Sentence {
  const steps: [string, string][] = [];
  for (let at = 0; at < links.length; at += 1) {
    const link = links[at]!;
    const next = links[at + 1];
    const over = throughThing(link) && next;
    steps.push(over ? step({ ...link, day: laterOf(link, next) }, next.to.label) : step(link, link.to.label));
    if (over) at += 1;
  }
  const [zh, en] = [steps.map(([text]) => text).join('；'), steps.map(([, text]) => text).join('; ')];
  return certain ? say(zh, en) : say(`${zh}（仅姓名相同，须核实）`, `${en} (the same name only; to be checked)`);
}

/** What two have in common is known once both are on record. */
const laterOf = (one: Link, other: Link): string | null => (one.day && other.day ? (one.day > other.day ? one.day : other.day) : (one.day ?? other.day));

function step({ from, kind, day, recorded }: Link, to: string): [string, string] {
  const [zh, en] = WORDS[kind];
  const fill = (text: string) => text.replace('{a}', from.label).replace('{b}', to);
  if (!day) return [fill(zh), fill(en)];
  return recorded ? [`${fill(zh)}（${day} 登记）`, `${fill(en)} (on record since ${day})`] : [`${fill(zh)}（${day}）`, `${fill(en)} (${day})`];
}
