import type { Rulebook, RulebookTerm, SentenceView } from '../../../api/index.js';
import { inYuan } from './money.js';
import { say } from './say.js';

export function termWords({ days, unit, countFirstDay = false }: RulebookTerm): SentenceView {
  const words = unit === 'working' ? say(`${days} 个工作日`, `${days} working days`) : say(`${days} 天`, `${days} days`);
  return countFirstDay ? say(`${words.zh}（含当天）`, `${words.en}, the first day included`) : words;
}

type Tranche = Rulebook['tranches']['tranches'][number];

const DOCUMENTS: Readonly<Record<string, SentenceView>> = {
  invoice: say('发票', 'invoice'),
  receipt: say('收据', 'receipt'),
  payment_request: say('拨款申请', 'payment request'),
  audit_report: say('审计报告', 'audit report'),
  ledger: say('专账', 'project ledger'),
};

type Condition = Tranche['conditions'][number];
type Book = Pick<Rulebook, 'milestones' | 'evaluations'>;

/** What must be true before a tranche is paid. */
export function conditionWords(condition: Condition, book: Book): SentenceView {
  return (CONDITIONS[condition.kind] as (condition: Condition, book: Book) => SentenceView)(condition, book);
}

const CONDITIONS: { [K in Condition['kind']]: (condition: Extract<Condition, { kind: K }>, book: Book) => SentenceView } = {
  publicity_over: () => say('公示期满', 'the public notice is over'),
  contract_signed: () => say('资助协议已签订', 'the grant agreement is signed'),
  milestone_accepted: ({ milestone }, { milestones }) => {
    const { zh, en } = milestones.find(({ key }) => key === milestone)?.title ?? say('报告', 'the report');
    return say(`“${zh}”已验收`, `“${en}” is accepted`);
  },
  evaluation_passed: ({ evaluation }, { evaluations }) => {
    const { zh, en } = evaluations.find(({ key }) => key === evaluation)?.title ?? say('评估', 'the evaluation');
    return say(`${zh}合格`, `“${en}” is passed`);
  },
  document: ({ document }) => {
    const { zh, en } = DOCUMENTS[document] ?? say('材料', 'document');
    return say(`已提交${zh}`, `the ${en} is handed in`);
  },
  date_reached: ({ on }) => say(`到 ${on}`, `${on} is reached`),
};

export function trancheShare({ percent, fen, atActual }: Tranche): SentenceView {
  const share = percent === undefined ? inYuan(fen ?? 0) : `${percent}%`;
  return atActual ? say(`${share}（按实际支出结算）`, `${share}, settled at actual spending`) : say(share, share);
}

/** How long the list of awards is public, and who may object in which way. */
export function* publicitySentences({ publicity, acceptance }: Pick<Rulebook, 'publicity' | 'acceptance'>): Iterable<readonly [SentenceView, string]> {
  const term = termWords(publicity.awards.term);
  yield [say(`拟立项名单公示 ${term.zh}。`, `The proposed list is on public notice for ${term.en}.`), '/publicity'];
  const { objection } = publicity;
  const [answer, real] = [termWords(objection.answer), objection.realName];
  yield [say(`对名单有异议的，${real ? '应实名' : '可'}提出，主办方在 ${answer.zh}内答复。`, `Objections ${real ? 'give the real name and ' : ''}are answered within ${answer.en}.`), '/publicity/objection'];
  yield [objection.channel, '/publicity/objection'];
  const confirm = termWords(acceptance.term);
  yield acceptance.silence === 'declines'
    ? [say(`公示期满后 ${confirm.zh}内确认立项；逾期未确认视为放弃。`, `The award is accepted within ${confirm.en} after the notice; silence declines it.`), '/acceptance']
    : [say(`公示期满后 ${confirm.zh}内可以放弃；逾期视为接受。`, `The award may be declined within ${confirm.en} after the notice; silence accepts it.`), '/acceptance'];
}
