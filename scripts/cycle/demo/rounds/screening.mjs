import { check } from '../../play.mjs';
import { allHandIn, closed, opened } from '../applying.mjs';
import { addDays, at } from '../dates.mjs';
import { SCREENING } from '../proposals/screening.mjs';

/** A closed call in its eligibility check: some admitted, one excluded, one returned, one begun, some untouched. */
export async function* screeningRound(round, { today, waits }) {
  yield* opened(round);
  yield at(addDays(today, -4), '10:20');
  await allHandIn(round, SCREENING);
  yield* closed(round);
  yield at(addDays(today, -1), '09:40');
  const of = (state) => round.applications.filter(({ proposal }) => proposal.screening === state);
  for (const application of [...of('admitted'), ...of('excluded')]) await check(round, application);
  for (const { id } of of('partly')) await round.screener.post(`/applications/${id}/checks`, { checks: SOME });
  for (const { id, person, proposal } of of('returned')) {
    await round.screener.post(`/applications/${id}/screening`, { move: 'return', ...proposal.correction, dueAt: at(addDays(today, 3), '17:00') });
    waits.note(person, round, '补正被退回的申报 correct a returned application');
  }
  waits.note(round.screener, round, '待审查的申报 applications to be screened');
}

const SOME = [
  { ruleId: 'E1', verdict: 'passed', note: '登记证书在有效期内，业务主管单位为区民政局。' }, { ruleId: 'E2', verdict: 'passed' }, { ruleId: 'E4', verdict: 'passed', note: '上年度年检合格。' },
];
