import { say } from '#libs/errors';
import { forAPerson, found, unknown, yuan, type RuleTests } from './finding.js';

/** What the proposal itself says (domain.md section 7: E14, E15, E27, E28, E30). */
export const PROPOSAL_TESTS: RuleTests = {
  E14: () => forAPerson,
  E15: (_, __, { applicants }) => unknown(say(
    `实施地和服务对象须在${applicants.implementedIn.map(({ name }) => name.zh).join('、')}，看申报书`,
    `Place and beneficiaries must be in ${applicants.implementedIn.map(({ name }) => name.en).join(', ')}; look at the form`,
  )),
  E27: ({ minPercent }, { figures: { matchingFen, totalFen } }) =>
    totalFen === 0
      ? unknown(say('填写预算后判断', 'Judged once there is a budget'))
      : found(matchingFen * 100 >= totalFen * minPercent, say(`配套 ${yuan(matchingFen)}，占总预算 ${share(matchingFen, totalFen)}%，须 ${minPercent}%`, `Matching ${yuan(matchingFen)}, ${share(matchingFen, totalFen)} % of the whole; ${minPercent} % are needed`)),
  E28: ({ maxFen, firstTimerMaxFen }, { figures: { requestedFen }, earlierAwards }) => {
    const first = earlierAwards === 0 && firstTimerMaxFen !== null;
    const cap = first ? firstTimerMaxFen : maxFen;
    if (requestedFen === 0) return unknown(say(`填写预算后判断；${first ? '首次承接' : ''}上限 ${yuan(cap)}`, `Judged once there is a budget; ${first ? 'a first-timer’s cap' : 'the cap'} is ${yuan(cap)}`));
    return found(requestedFen <= cap, say(`申请 ${yuan(requestedFen)}，${first ? '首次承接' : ''}上限 ${yuan(cap)}`, `Request ${yuan(requestedFen)}; ${first ? 'a first-timer’s cap' : 'the cap'} is ${yuan(cap)}`));
  },
  E30: ({ minPercent }, { womenPercent }) =>
    womenPercent === null
      ? unknown(say('填写服务对象后判断', 'Judged once the beneficiaries are filled in'))
      : found(womenPercent >= minPercent, say(`服务对象中女性占 ${womenPercent.toFixed(1)}%，须 ${minPercent}%`, `${womenPercent.toFixed(1)} % of the beneficiaries are women; ${minPercent} % are needed`)),
};

const share = (part: number, whole: number): string => ((part * 100) / whole).toFixed(1);
