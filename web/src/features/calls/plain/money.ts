import type { AmountView, Rulebook, SentenceView } from '../../../api/index.js';
import { formatFen } from '../../../ui/index.js';
import { say } from './say.js';

/** Whole yuan need no decimals in a sentence. */
export function inYuan(fen: number): string {
  return fen % 100 === 0 ? formatFen(fen).replace(/\.00$/, '') : formatFen(fen);
}

/** What one grant may be, short enough for a list. */
export function amountWords(amount: AmountView): SentenceView {
  const [fixed, least, most] = [amount.fen ?? 0, amount.minFen ?? 0, amount.maxFen ?? 0].map(inYuan);
  switch (amount.kind) {
    case 'fixed':
      return say(`每个 ${fixed}`, `${fixed} each`);
    case 'range':
      return say(`${least}–${most}`, `${least} to ${most}`);
    case 'at_defence':
      return say(`${least}–${most}，答辩时核定`, `${least} to ${most}, fixed at the defence`);
    case 'share_of_budget':
      return say(`不超过总预算的 ${amount.maxPercent}%，最高 ${most}`, `up to ${amount.maxPercent} % of the budget, at most ${most}`);
    case 'tiers_by_rank':
      return say(`按名次 ${tierSpan(amount)}`, `by rank, ${tierSpan(amount)}`);
    default:
      return say(`最高 ${most}`, `up to ${most}`);
  }
}

function tierSpan({ tiers = [] }: AmountView): string {
  const sums = tiers.map(({ fen }) => fen);
  return `${inYuan(Math.min(...sums))}–${inYuan(Math.max(...sums))}`;
}

/** Everything about the sum, sentence by sentence, each with the place in the rulebook that says so. */
export function* moneySentences({ money }: Pick<Rulebook, 'money'>): Iterable<readonly [SentenceView, string]> {
  yield [amountSentence(money.amount), '/money/amount'];
  if (money.amount.kind === 'tiers_by_rank') {
    for (const { fromRank, toRank, fen } of money.amount.tiers) yield [tierSentence(fromRank, toRank, fen), '/money/amount'];
  }
  if (money.firstTimerCapFen !== null) {
    const cap = inYuan(money.firstTimerCapFen);
    yield [say(`首次申报的单位最多申请 ${cap}。`, `An organisation that was never funded here asks for ${cap} at most.`), '/money/firstTimerCapFen'];
  }
  yield money.mayGrantLess
    ? [say('评审可以核定低于申请额的资助。', 'The committee may grant less than was asked.'), '/money/mayGrantLess']
    : [say('立项后按申请额资助，不再核减。', 'What is awarded is the sum that was asked.'), '/money/mayGrantLess'];
  yield [poolSentence(money.poolFen, money.awards), money.awards === null ? '/money/poolFen' : '/money/awards'];
}

function poolSentence(poolFen: number, awards: number | null): SentenceView {
  const pool = inYuan(poolFen);
  return awards === null
    ? say(`资金总额 ${pool}，立项数不限。`, `The pool is ${pool}; the number of awards is not fixed.`)
    : say(`资金总额 ${pool}，拟立项 ${awards} 个。`, `The pool is ${pool} for ${awards} award${awards === 1 ? '' : 's'}.`);
}

function tierSentence(from: number, to: number, fen: number): SentenceView {
  const ranks = from === to ? say(`第 ${from} 名`, `Rank ${from}`) : say(`第 ${from}–${to} 名`, `Ranks ${from} to ${to}`);
  return say(`${ranks.zh}：${inYuan(fen)}。`, `${ranks.en}: ${inYuan(fen)}.`);
}

function amountSentence(amount: Rulebook['money']['amount']): SentenceView {
  switch (amount.kind) {
    case 'fixed':
      return say(`每个项目固定资助 ${inYuan(amount.fen)}，申请额须与此相同。`, `Every project gets ${inYuan(amount.fen)}; the request must be that sum.`);
    case 'cap':
      return say(`每个项目最多申请 ${inYuan(amount.maxFen)}；超过上限不能提交。`, `A project asks for ${inYuan(amount.maxFen)} at most; more cannot be submitted.`);
    case 'range':
      return say(`每个项目申请 ${inYuan(amount.minFen)} 至 ${inYuan(amount.maxFen)}。`, `A project asks for ${inYuan(amount.minFen)} to ${inYuan(amount.maxFen)}.`);
    case 'share_of_budget':
      return say(`申请额不超过项目总预算的 ${amount.maxPercent}%，且不超过 ${inYuan(amount.maxFen)}。`, `The request is at most ${amount.maxPercent} % of the whole budget and at most ${inYuan(amount.maxFen)}.`);
    case 'at_defence':
      return say(`资助额在答辩时核定，介于 ${inYuan(amount.minFen)} 与 ${inYuan(amount.maxFen)} 之间。`, `The sum is fixed at the defence, between ${inYuan(amount.minFen)} and ${inYuan(amount.maxFen)}.`);
    default:
      return say('资助额由最终名次决定：', 'The sum follows from the final rank:');
  }
}
