import { columns, heading, yuan } from './report-text.mjs';

const sum = (items, of) => items.reduce((total, one) => total + (of(one) ?? 0), 0);
const byDay = (a, b) => a.dueOn.localeCompare(b.dueOn);

/** What a rehearsal has shown, as people would tell it. */
export function report(round, { seconds, requests }) {
  const { call, rulebook } = round;
  return [
    '', `══ ${call.number} 《${rulebook.title.zh}》 ${call.label.zh} ══`,
    ...refusalsOf(round), ...rankingOf(round), ...awardsOf(round), ...paymentsOf(round), ...reportsOf(round), ...balancesOf(round),
    '', `${requests} 次请求，${seconds.toFixed(1)} 秒 ${requests} requests`, '',
  ].join('\n');
}

function refusalsOf({ applications, refusals }) {
  return [
    ...heading('申报', 'applications', `${applications.length} 份`),
    ...heading('拒绝及原因', 'refusals', `${refusals.length} 项`), ...refusals.flatMap(({ who, reason }) => [`  ${who}`, `      ${reason}`]),
  ];
}

/** One line for each application that was judged: its place, the total of every stage, and what it got. */
function rankingOf({ applications, awards, rankings, rulebook }) {
  const last = rankings.at(-1).results;
  const totalIn = (results, id) => results.find(({ applicationId }) => applicationId === id)?.total ?? '';
  const judged = last.filter(({ rank }) => rank !== null).sort((a, b) => a.rank - b.rank);
  const rows = judged.map(({ rank, applicationId }) => {
    const { proposal } = applications.find(({ id }) => id === applicationId);
    const award = awards.find((one) => one.applicationId === applicationId);
    return [rank, proposal.name, categoryOf(rulebook, award), ...rankings.map(({ results }) => totalIn(results, applicationId)), award ? yuan(award.amountFen) : '未立项'];
  });
  const titles = rankings.map(({ title }) => `${title} scores`);
  return [...heading('最终排名', 'final ranking', `${judged.length} 个`), ...columns(['名次', '项目 project', '类别 category', ...titles, '立项 award'], rows, [0, ...titles.map((_, at) => at + 3), titles.length + 3])];
}

const categoryOf = ({ categories }, award) => categories.find(({ key }) => key === award?.categoryKey)?.title.zh ?? '';

function awardsOf({ applications, awards, notice, projects }) {
  const name = ({ applicationId }) => applications.find(({ id }) => id === applicationId).proposal.organisation;
  const projectOf = (award) => projects.find(({ applicationId }) => applicationId === award.applicationId);
  const signed = projects.filter(({ contract }) => contract?.status === 'signed').length;
  return [
    ...heading('公示', 'public notice', `${notice.firstDay ? `${notice.firstDay} 至 ` : '截至 '}${notice.lastDay}`),
    ...heading('立项', 'awards', `${awards.length} 个，合计 ${yuan(sum(awards, ({ amountFen }) => amountFen))} 元，签订协议 ${signed} 份 contracts signed`),
    ...columns(['项目编号 number', '组织 organisation', '金额 amount'], awards.map((award) => [projectOf(award).number, name(award), yuan(award.amountFen)]), [2]),
  ];
}

function paymentsOf({ payments, rulebook }) {
  const made = payments.filter(({ status }) => status !== 'cancelled');
  const rows = rulebook.tranches.tranches.map(({ key, title }) => {
    const [paid, dropped] = [made.filter((one) => one.key === key), payments.filter((one) => one.key === key && one.status === 'cancelled')];
    return [title.zh, `${paid.length} 笔`, dropped.length > 0 ? `据实结算无应付 ${dropped.length} 笔` : '', yuan(sum(paid, ({ payFen }) => payFen))];
  });
  return [...heading('拨付', 'payments', `${made.length} 笔，合计 ${yuan(sum(made, ({ payFen }) => payFen))} 元`), ...columns(['期次 tranche', '笔数 count', '', '金额 amount'], rows, [1, 3])];
}

function reportsOf({ plan }) {
  const milestones = plan.flat().sort(byDay);
  const rows = [...new Set(milestones.map(({ key }) => key))].map((key) => {
    const all = milestones.filter((one) => one.key === key);
    const accepted = all.filter(({ status }) => status === 'accepted').length;
    return [all[0].title.zh.replace(/（第 \d+ 期）$/, ''), `${accepted} / ${all.length}`, all[0].dueOn, all.at(-1).dueOn, accepted === 0 ? '演练从略 left out of the rehearsal' : ''];
  });
  return [...heading('报告', 'reports', '已验收 / 应交 accepted / owed'), ...columns(['报告 report', '份数 count', '最早到期 first due', '最晚到期 last due', ''], rows, [1])];
}

function balancesOf({ money }) {
  const rows = [
    ['批次资金 pool', money.poolFen], ['到账 granted in', money.grantedInFen], ['已付 paid, net of returns', money.paidFen], ['其中退回 returned', money.returnedFen],
    ['已承诺未付 promised, not paid', money.committedFen], ['未承诺 free', money.freeFen], ['银行存款 in the bank', money.bankFen],
  ];
  return [...heading('资金', 'balances', '元 yuan'), ...columns([], rows.map(([title, fen]) => [title, yuan(fen)]), [1])];
}
