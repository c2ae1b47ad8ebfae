import { say } from '#libs/errors';
import type { Sentence } from '#libs/errors';
import type { Pointer } from './rulebook.js';

export interface Parameter {
  id: string;
  title: Sentence;
  /** Where the rulebook holds it. */
  pointers: readonly Pointer[];
}

function parameter(id: string, title: Sentence, ...pointers: Pointer[]): Parameter {
  return { id, title, pointers };
}

/** The nineteen parameters in which public-benefit venture programmes differ, and where the rulebook holds each. */
export const parameters: readonly Parameter[] = [
  parameter('C1', say('阶段及其顺序', 'Stages and their order'), '/stages', '/deadline'),
  parameter('C2', say('资金路径', 'Money route'), '/money/route', '/money/incomeNature', '/money/fund'),
  parameter('C3', say('资助额度', 'Amount of a grant'), '/money/amount', '/money/firstTimerCapFen', '/money/mayGrantLess'),
  parameter('C4', say('资金总额与立项数', 'Pool and number of awards'), '/money/poolFen', '/money/awards'),
  parameter('C5', say('类别与名额', 'Categories and quotas'), '/categories', '/boards', '/allocation'),
  parameter('C6', say('每家申报数', 'Applications per organisation'), '/applicants/maxApplications', '/applicants/maxAwards'),
  parameter(
    'C7', say('申报主体与地域', 'Who may apply, and where'), '/applicants/types', '/applicants/registeredIn',
    '/applicants/registrationLevels', '/applicants/implementedIn', '/applicants/joint', '/applicants/host',
  ),
  parameter('C8', say('等级与优先条件', 'Grade and preferences'), '/preferences'),
  parameter('C9', say('资格与信用回溯', 'Eligibility and credit look-back'), '/eligibility'),
  parameter('C10', say('配套资金', 'Matching money'), '/matching'),
  parameter('C11', say('评分构成', 'Score composition'), '/scoring', '/form'),
  parameter('C12', say('评审与路演', 'Panel and roadshow'), '/roadshow'),
  parameter('C13', say('计分与同分', 'Aggregation and ties'), '/scoring/rounding', '/scoring/rankOn', '/scoring/tieBreak'),
  parameter('C14', say('公示与异议', 'Publicity and objections'), '/publicity'),
  parameter('C15', say('拨款计划', 'Tranche plan'), '/acceptance', '/contract', '/tranches', '/milestones'),
  parameter('C16', say('预算规则', 'Budget rules'), '/budget', '/changes'),
  parameter('C17', say('评估指标', 'Evaluation grid'), '/evaluations'),
  parameter('C18', say('处罚与留存', 'Sanctions and retention'), '/sanctions', '/retention'),
  parameter('C19', say('孵化期限', 'Incubation term'), '/incubation'),
];
