import { Problem, Unreachable } from '../../api/problem.js';
import { Countdown } from '../../ui/countdown.js';
import { Empty } from '../../ui/empty.js';
import { ErrorNote } from '../../ui/error-note.js';
import { Instant } from '../../ui/instant.js';
import { Money } from '../../ui/money.js';
import { StatusMark } from '../../ui/status-mark.js';

const HOUR = 3_600_000;
const from = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const REFUSED = new Problem(400, 'application_incomplete', '申报书还有 2 处需要补充，没有提交。', [
  { path: 'summary', code: 'too_long', detail: '项目简介 612 字，超过 500 字的上限。' },
  { path: 'budget.2.price', code: 'not_an_amount', detail: '预算第 3 行的单价不是金额。' },
]);

export function StateSamples() {
  return (
    <article className="page">
      <h1>状态、时间与金额</h1>
      <div className="samples">
        <section>
          <h2>状态</h2>
          <div className="sample-rows">
            <StatusMark word="草稿" tone="quiet" icon="form" />
            <StatusMark word="书面评审中" tone="current" />
            <StatusMark word="待补正" tone="waiting" />
            <StatusMark word="已立项" tone="done" />
            <StatusMark word="报告逾期" tone="late" />
            <StatusMark word="已撤回" tone="quiet" />
          </div>
        </section>
        <section>
          <h2>时间</h2>
          <div className="sample-rows">
            <Instant at="2026-09-01T10:00:00Z" />
            <Instant at={from(-50)} relative />
            <Countdown until={from(400)} />
            <Countdown until={from(60)} />
            <Countdown until={from(20)} />
            <Countdown until={from(1.5)} />
            <Countdown until={from(-1)} />
          </div>
        </section>
        <section>
          <h2>金额</h2>
          <div style={{ maxWidth: 320 }}>
            <Money fen={3_000_000} block />
            <Money fen={1_234_567_890} words="人民币壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整" />
            <Money fen={-450_050} block />
          </div>
        </section>
        <section>
          <h2>没有记录</h2>
          <Empty why="还没有申报" what="征集“温江区 2025 年女性社会组织公益创投（增补）”开放至 9 月 1 日，可从公告页开始申报。" action={<a className="button primary" href="#main">查看征集公告</a>} />
        </section>
        <section className="wide sample-rows" style={{ alignItems: 'stretch' }}>
          <h2>出错时</h2>
          <ErrorNote error={REFUSED} kept="您填写的内容都已保存。" />
          <ErrorNote error={new Unreachable()} onRetry={() => undefined} />
          <ErrorNote error={new Problem(500, 'unexpected', '')} onRetry={() => undefined} />
        </section>
      </div>
    </article>
  );
}
