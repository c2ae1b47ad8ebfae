import { PageShell } from '../../ui/page-shell.js';
import { Verdict } from '../../ui/verdict.js';

const HOUR = 3_600_000;
const from = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

const ENTRIES = [
  { id: '4', what: '等待区妇联批准首款', at: from(-2), who: '陈桂芳（财务经办）', tone: 'current' as const },
  { id: '3', what: '三方协议已签署', at: from(-70), who: '温江区同心社会工作服务中心', tone: 'done' as const },
  { id: '2', what: '公示期满，无异议', at: from(-200), who: '温江区妇女联合会', tone: 'done' as const, note: '公示 5 个工作日，首日计入' },
  { id: '1', what: '提交申报', at: from(-900), who: '刘玉兰', tone: 'done' as const },
];

const REASONS = [
  { holds: true, sentence: '三方协议已由全部签署方签署（2026-08-14）。' },
  { holds: true, sentence: '机构银行账户户名与登记名称一致。' },
  { holds: false, sentence: '尚未收到首款收据，请在付款前上传盖章收据。', extra: '由温江区同心社会工作服务中心办理' },
  { holds: null, sentence: '中期评估结论尚未作出，不影响首款。' },
];

const GATE = <Verdict passed={false} sentence="首款 ¥15,000.00 暂不能拨付：还差 1 个条件" reasons={REASONS} />;

export function RecordSample() {
  return (
    <PageShell
      back={{ to: '/ui-gallery', label: '全部项目' }}
      title="“蓉漂妈妈”家庭教育支持与社区互助成长计划——面向温江区新市民家庭的亲子阅读与情绪支持"
      reference="项目编号 WJ-2025-B-0007 · 温江区同心社会工作服务中心"
      status={{ word: '等待拨付首款', tone: 'waiting', now: '核对首款条件', by: from(50), who: '温江区妇女联合会财务' }}
      action={{ label: '批准拨付', onAct: () => undefined, refusal: '申请拨付的人不能批准同一笔款项，请由另一位同事办理。' }}
      tabs={[
        { key: 'gate', label: '拨付条件', content: GATE },
        { key: 'form', label: '申报书', content: <p className="prose">本项目面向温江区 120 户新市民家庭。</p> },
        { key: 'milestones', label: '里程碑', count: 3, content: <p>三个节点。</p> },
        { key: 'money', label: '资金', content: <p>资金。</p> },
        { key: 'files', label: '附件', count: 12, content: <p>附件。</p> },
      ]}
      timeline={ENTRIES}
    />
  );
}
