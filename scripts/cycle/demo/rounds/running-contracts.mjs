import { letThrough, uploadPaper } from '../../paper.mjs';
import { day, eventually, stageOf } from '../../stage.mjs';
import { together } from '../../together.mjs';
import { addDays, at } from '../dates.mjs';

/** The first deposit, and a contract for every project but the one whose contract comes later. */
export async function* contracts(round, { today }) {
  yield at(addDays(today, -34), '09:30');
  const { maker, approver, officer, call, rulebook } = round;
  const first = Math.round(rulebook.money.poolFen * 0.6);
  const deposit = await maker.post(`/calls/${call.id}/deposits`, { amountFen: first, reference: `IN-${call.number}-01`, memo: '市财政局拨入项目资金（第一批，60%）' });
  for (const one of [officer, maker, approver]) await one.freshen();
  await approver.post(`/deposits/${deposit.id}/decision`, { move: 'approve' });
  const signing = round.projects.filter(({ state }) => state !== 'contract-issued');
  await together(signing, async (project) => {
    const drawn = await drawUp(round, project);
    await project.person.prove();
    for (const { key, role } of drawn.parties) await accept(round, project, drawn, { key, role });
    await propose(round, project);
  }, 3);
  await eventually(async () => {
    const plans = await Promise.all(signing.map(({ id }) => officer.get(`/projects/${id}/milestones`)));
    return plans.every((plan) => plan.length > 0) ? plans : undefined;
  });
}

function drawUp({ officer, rulebook }, { id }) {
  const { opensAt, closesAt } = stageOf({ rulebook }, 'implementation');
  return officer.post(`/projects/${id}/contracts`, { startsOn: day(opensAt), endsOn: day(closesAt) });
}

async function accept({ officer, maker }, { person }, { id, number }, { key, role }) {
  const signer = role === 'grantee' ? person : officer;
  const evidenceId = role === 'grantee' || role === 'funder' ? undefined : await uploadPaper(signer, '签章页', [`协议：${number}`]);
  await signer.post(`/contracts/${id}/acceptances`, { partyKey: key, signatory: signer.personName, evidenceId });
  if (evidenceId) await letThrough(maker, [evidenceId]);
}

const BANKS = ['中国银行扬州分行', '中国工商银行扬州琼花支行', '中国建设银行扬州城东支行', '江苏银行扬州分行', '中国农业银行高邮支行', '交通银行扬州分行', '南京银行扬州分行'];

/** Where the money goes; one account is left for finance to verify. */
async function propose({ maker, projects }, project) {
  const place = projects.indexOf(project);
  const { id } = await project.person.post(`/organisations/${project.organisationId}/bank-accounts`, {
    bankName: BANKS[place % BANKS.length], accountName: project.organisationName, number: `6222020211${String(40_017_300 + place * 91)}`,
  });
  if (project.state !== 'account-proposed') await maker.post(`/bank-accounts/${id}/decision`, { move: 'verify' });
}

/** A contract that everybody has accepted but the grantee. */
export async function contractOf(round, project, waits) {
  await round.officer.freshen();
  const drawn = await drawUp(round, project);
  for (const party of drawn.parties.filter(({ role }) => role !== 'grantee')) await accept(round, project, drawn, party);
  waits.note(project.person, round, '待确认的资助协议 a contract to accept');
  waits.note(round.maker, round, '待核实的银行账户 a bank account to verify');
}
