import { Transform } from 'class-transformer';
import { DayText, FenAmount, Identifier, JsonObject, ListOf, ListQuery, Nested, OneOf, Text, Whole, YesNo } from '#libs/http';
import { REACH_KEYS, type Reach } from '#modules/projects';
import type { EvaluationScores } from '../domain/evaluate.js';
import { MILESTONE_STATUSES, type MilestoneStatus, type Report, type SpendLine } from '../domain/milestone.js';

export class SpendLineBody implements SpendLine {
  @Text({ max: 60 }) category: string;
  @FenAmount() amountFen: number;
}

export class ReachedBody implements Reach {
  @Whole({ min: 0, max: 100_000_000, optional: true }) direct?: number;
  @Whole({ min: 0, max: 100_000_000, optional: true }) indirect?: number;
  @Whole({ min: 0, max: 100_000_000, optional: true }) women?: number;
  @Whole({ min: 0, max: 100_000_000, optional: true }) children?: number;
  @Whole({ min: 0, max: 100_000_000, optional: true }) families?: number;
  @Whole({ min: 0, max: 100_000_000, optional: true }) personTimes?: number;

  /** Only what was filled in. */
  static plain(body: ReachedBody): Reach {
    return Object.fromEntries(REACH_KEYS.flatMap((key) => (typeof body[key] === 'number' ? [[key, body[key]]] : [])));
  }
}

export class ReportBody {
  @Text({ min: 0, max: 20_000 }) narrative: string;
  @JsonObject({ description: '按材料种类的文件编号 ids of files by kind of evidence' }) evidence: Report['evidence'];
  @ListOf(() => SpendLineBody, { max: 500 }) spending: SpendLineBody[];
  @Nested(() => ReachedBody, { optional: true, description: '自项目开始累计 reached since the beginning' }) reached?: ReachedBody;

  static plain({ narrative, evidence, spending, reached }: ReportBody): Report {
    return { narrative, evidence, spending: spending.map(({ category, amountFen }) => ({ category, amountFen })), ...(reached ? { reached: ReachedBody.plain(reached) } : {}) };
  }
}

export class KeepReportBody {
  @Nested(() => ReportBody) report: ReportBody;
  @Whole({ min: 1, max: 1_000_000 }) version: number;
}

export class DecideReportBody {
  @OneOf(['accept', 'return']) move: 'accept' | 'return';
  @Text({ max: 2000, optional: true }) reason?: string;
}

export class TrialBody {
  @Text({ max: 60 }) key: string;
  @JsonObject({ description: '{points, quantities, bonus, vetoes}' }) scores: EvaluationScores;
}

export class RectificationBody {
  @Text({ min: 4, max: 2000, description: '须整改的内容 what is to be mended' }) demand: string;
  @DayText({ description: '最后一日 the last day' }) dueOn: string;
}

export class EvaluationBody extends TrialBody {
  @Text({ min: 2, max: 5000 }) opinion: string;
  @Nested(() => RectificationBody, { optional: true, description: '中期评估不合格时必填 asked for when a mid-term evaluation fails' }) rectification?: RectificationBody;
}

const toYesNo = ({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value);

export class MilestonesQuery extends ListQuery {
  @Identifier({ optional: true }) callId?: string;
  @OneOf(MILESTONE_STATUSES, { optional: true }) status?: MilestoneStatus;
  @Transform(toYesNo)
  @YesNo({ optional: true, description: '只看逾期未交 only what is late' })
  late?: boolean;
  @OneOf(['officer', 'evaluator'], { optional: true, description: '由谁验收 whose acceptance is asked for' }) acceptor?: 'officer' | 'evaluator';
  @Text({ max: 60, optional: true, description: '项目编号、名称或组织名称 project or organisation' }) words?: string;
}
