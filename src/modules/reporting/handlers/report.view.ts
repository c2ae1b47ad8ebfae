import { say, tell, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { reportLifecycle } from '../domain/report.lifecycle.js';
import type { Report, ReportFormat, ReportKind, ReportStatus } from '../domain/report.js';

/** Something that may be done with the report now, or why not. */
export class ReportStepView {
  @Shown({ enum: ['retry'] }) move: 'retry';
  @ShownSentence() label: Sentence;
  @Shown() allowed: boolean;
  @ShownSentence({ required: false, description: '不能的原因 the reason against it' }) reason?: Sentence;
}

/** A report that was asked for: how far it is, and where its file is once it is made. */
export class ReportView {
  @Shown() id: string;
  @Shown() callId: string;
  @Shown({ enum: ['round_report'] }) kind: ReportKind;
  @Shown({ enum: ['pdf', 'xlsx'] }) format: ReportFormat;
  @Shown({ enum: ['asked', 'making', 'ready', 'failed'] }) status: ReportStatus;
  @ShownSentence() label: Sentence;
  @Shown({ type: 'integer', description: '百分比 percent' }) progress: number;
  @ShownSentence({ description: '正在做什么 what is being done' }) step: Sentence;
  @Shown() askedBy: string;
  @Shown({ type: Date }) askedAt: Date;
  @Shown({ type: Date, nullable: true }) endedAt: Date | null;
  @Shown({ type: String, nullable: true }) documentId: string | null;
  @Shown({ type: String, nullable: true, description: 'SHA-256 of the file' }) sha256: string | null;
  @ShownSentence({ nullable: true, description: '未能生成的原因 why it was not made' }) failure: Sentence | null;
  @Shown({ type: [ReportStepView] }) moves: ReportStepView[];

  /** @param askedBy the name of the person */
  static of(report: Report, askedBy: string, context: Parameters<typeof reportLifecycle.possible>[1]): ReportView {
    const { id, callId, kind, format, status, progress, step, askedAt, endedAt, documentId, sha256, failure } = report;
    const moves = reportLifecycle.possible(report, context).filter(({ move }) => move === 'retry').map(({ label, verdict }): ReportStepView => ({
      move: 'retry', label, allowed: verdict.allowed,
      ...(verdict.allowed ? {} : { reason: say(tell(verdict.sentence, verdict.facts, 'zh'), tell(verdict.sentence, verdict.facts, 'en')) }),
    }));
    return { id, callId, kind, format, status, label: reportLifecycle.label(status), progress, step, askedBy, askedAt, endedAt, documentId, sha256, failure, moves };
  }
}

export class ReportPage {
  @Shown({ type: [ReportView] }) items: ReportView[];
  @Shown({ type: String, required: false }) next?: string;
}
