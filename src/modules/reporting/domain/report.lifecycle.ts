import { no, when, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { Report, ReportStatus } from './report.js';

export interface ReportContext extends MoveContext {
  /** Whether the actor may ask for reports of the place. */
  readonly mayAsk: boolean;
}

export type ReportMove = 'begin' | 'finish' | 'fail' | 'retry';

const mayAsk = (_report: Report, context: ReportContext): Verdict =>
  when(context.mayAsk, no('report_not_yours', say('您没有生成本批次报告的角色', 'You hold no role that may have reports of this round made')));

/** A worker that died in the middle leaves the report `making`; the next one begins again from there. */
export const reportLifecycle = defineLifecycle<ReportStatus, ReportMove, Report, ReportContext>({
  name: 'report',
  initial: 'asked',
  states: {
    asked: { label: say('排队中', 'Waiting') },
    making: { label: say('生成中', 'Being made') },
    ready: { label: say('已生成', 'Ready'), final: true },
    failed: { label: say('未能生成', 'Not made') },
  },
  moves: {
    begin: { from: ['asked', 'making'], to: 'making', label: say('开始生成', 'Begin') },
    finish: { from: ['making'], to: 'ready', label: say('完成', 'Finish') },
    fail: { from: ['asked', 'making'], to: 'failed', label: say('记为未能生成', 'Give up') },
    retry: { from: ['failed'], to: 'asked', label: say('重新生成', 'Make it again'), onlyIf: [mayAsk] },
  },
});
