const yuan = (fen) => (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 });
const row = (...cells) => `  ${cells.join('  ')}`;

/** How many of each kind; the monthly tables are left out of a rehearsal. */
function acceptedOf(milestones) {
  const accepted = milestones.filter(({ status }) => status === 'accepted');
  return [...new Set(accepted.map(({ title }) => title.zh))].map((title) => `${title} ${accepted.filter((one) => one.title.zh === title).length} 份`).join('，') || '无 none';
}

/** What a rehearsal has shown, as people would tell it. */
export function report({ call, rulebook, applications, refusals, ranking, awards, notice, projects, payments, money, plan }, { seconds, requests }) {
  const of = (applicationId) => applications.find(({ id }) => id === applicationId);
  const placed = ranking.manifest.results.filter(({ rank }) => rank !== null).sort((a, b) => a.rank - b.rank);
  return [
    '', `══ ${call.number} 《${rulebook.title.zh}》 ${call.label.zh} ══`,
    `申报 applications: ${applications.length}`,
    '拒绝及原因 refusals:', ...refusals.map(({ who, reason }) => row(`${who}：`, reason)),
    '最终排名 ranking:', ...placed.map(({ rank, total, applicationId }) => row(String(rank).padStart(3), total, of(applicationId).proposal.name)),
    `公示 notice: ${notice.firstDay ?? ''} 至 ${notice.lastDay}`,
    '立项 awards:', ...awards.map(({ applicationId, amountFen }) => row(yuan(amountFen), of(applicationId).proposal.name, of(applicationId).proposal.organisation)),
    `验收的报告 reports accepted: ${acceptedOf(plan.flat())}`,
    `协议 contracts: ${projects.filter(({ contract }) => contract?.status === 'signed').length}`,
    `拨付 payments: ${payments.filter(({ status }) => status === 'acknowledged' || status === 'paid').length}，合计 ${yuan(payments.reduce((sum, { payFen, status }) => sum + (status === 'cancelled' ? 0 : payFen), 0))} 元`,
    `资金 money: 总额 ${yuan(money.poolFen)}，净支付 ${yuan(money.paidFen)}，未承诺 ${yuan(money.freeFen)}，银行存款 ${yuan(money.bankFen)}`,
    `${requests} 次请求，${seconds.toFixed(1)} 秒`, '',
  ].join('\n');
}
