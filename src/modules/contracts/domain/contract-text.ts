import { fen, formatFen, toWords } from '#libs/money';
import type { Rulebook, TrancheCondition } from '#modules/calls';

export interface TextFacts {
  readonly number: string;
  readonly projectName: string;
  readonly projectNumber: string;
  readonly granteeName: string;
  readonly amountFen: number;
  readonly totalFen: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly budget: readonly { category: string; item: string; source: string; amountFen: number }[];
  readonly tranches: readonly { title: string; amountFen: number; conditions: string }[];
}

const CONDITIONS: Record<TrancheCondition['kind'], string> = {
  publicity_over: '公示期满无未结异议', contract_signed: '本协议签订', milestone_accepted: '相应报告经验收', evaluation_passed: '相应评估合格',
  document: '提交票据', date_reached: '到达约定日期',
};

export const conditionWords = (conditions: readonly TrancheCondition[]): string => [...new Set(conditions.map(({ kind }) => CONDITIONS[kind]))].join('、');

/** The words and headings around it say 元: with `¥` the unit would stand there twice. */
const money = (amount: number): string => formatFen(fen(amount)).replace('¥', '');

/** Everything the template prints, as plain text: the template adds no words of its own to what was agreed. */
export function contractText(rulebook: Rulebook, facts: TextFacts): Record<string, unknown> {
  const costs = new Map(rulebook.budget.costs.map(({ key, title }) => [key, title.zh]));
  const sources = new Map(rulebook.budget.sources.map(({ key, title }) => [key, title.zh]));
  return {
    title: `${rulebook.title.zh}资助协议`, number: facts.number, projectName: facts.projectName, projectNumber: facts.projectNumber,
    parties: rulebook.contract.parties.map(({ title, role }) => ({ title: title.zh, name: role === 'grantee' ? facts.granteeName : '' })),
    amount: money(facts.amountFen), words: toWords(fen(facts.amountFen)), total: money(facts.totalFen), startsOn: facts.startsOn, endsOn: facts.endsOn,
    budget: facts.budget.map(({ category, item, source, amountFen }) => ({ category: costs.get(category) ?? category, item, source: sources.get(source) ?? source, amount: money(amountFen) })),
    tranches: facts.tranches.map(({ title, amountFen, conditions }) => ({ title, amount: money(amountFen), words: toWords(fen(amountFen)), conditions })),
    milestones: rulebook.milestones.map(({ title }) => title.zh),
    clauses: rulebook.contract.clauses.map(({ zh }) => zh),
    sanctions: rulebook.sanctions.map(({ text }) => text.zh),
  };
}
