import { Injectable } from '@nestjs/common';
import { DomainError, say, tell, type Sentence } from '#libs/errors';
import { defineJob, Handles, type JobHandler, type JobRun } from '#libs/jobs';
import type { Report } from '../domain/report.js';
import { FinishReport } from '../handlers/finish-report.js';
import { GatherRound } from '../handlers/gather-round.js';
import { PrintRound } from '../handlers/print-round.js';
import { TabulateRound } from '../handlers/tabulate-round.js';

export const makeReportJob = defineJob<{ reportId: string }>('reporting.make-report', { queue: 'documents', runs: 'outside', attempts: 4 });

const GATHERING = say('汇总本批次数据', 'Gathering the figures of the round');
const PRINTING = say('排版 PDF', 'Setting the PDF');
const WRITING = say('写入表格', 'Writing the sheets');
const KEEPING = say('保存文件并计算校验码', 'Keeping the file and its hash');
const BROKEN = say('生成过程中出现意外错误，数据未受影响，请重新生成；如再次失败请联系系统管理员', 'Something unexpected went wrong while it was made; no data were touched. Make it again, and tell an administrator if it fails once more');

/**
 * Makes one report. Whatever happens to the worker, the end is one: the report keeps its only document, because the row is
 * locked and asked for its state where the document is recorded.
 */
@Injectable()
@Handles(makeReportJob)
export class MakeReport implements JobHandler<{ reportId: string }> {
  constructor(
    private readonly finishing: FinishReport,
    private readonly gathering: GatherRound,
    private readonly printing: PrintRound,
    private readonly tabulating: TabulateRound,
  ) {}

  async run({ reportId }: { reportId: string }, run: JobRun): Promise<void> {
    const report = await this.finishing.begin(reportId);
    if (!report) return;
    const told = async (progress: number, step: Sentence): Promise<void> => {
      await this.finishing.note(report.id, progress, step);
      await run.progress(progress);
    };
    try {
      await this.make(report, told);
    } catch (error) {
      // What the data or the template forbid is refused again at every attempt.
      if (error instanceof DomainError) return this.finishing.fail(report.id, spoken(error));
      if (run.attempt >= makeReportJob.attempts) await this.finishing.fail(report.id, BROKEN);
      throw error;
    }
  }

  private async make(report: Report, told: (progress: number, step: Sentence) => Promise<void>): Promise<void> {
    await told(10, GATHERING);
    const gathered = await this.gathering.run(report.callId);
    await told(45, report.format === 'pdf' ? PRINTING : WRITING);
    const content = await (report.format === 'pdf' ? this.printing.run(gathered) : this.tabulating.run(gathered));
    await told(85, KEEPING);
    await this.finishing.finish(report.id, gathered.statistics, content);
  }
}

const spoken = ({ sentence, facts }: DomainError): Sentence => say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en'));
