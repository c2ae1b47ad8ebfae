import { FenAmount, JsonObject, ListOf, ListQuery, Nested, OneOf, Text, Whole } from '#libs/http';
import type { EvaluationScores } from '../domain/evaluate.js';
import { MILESTONE_STATUSES, type MilestoneStatus, type Report, type SpendLine } from '../domain/milestone.js';

export class SpendLineBody implements SpendLine {
  @Text({ max: 60 }) category: string;
  @FenAmount() amountFen: number;
}

export class ReportBody {
  @Text({ min: 0, max: 20_000 }) narrative: string;
  @JsonObject({ description: '按材料种类的文件编号 ids of files by kind of evidence' }) evidence: Report['evidence'];
  @ListOf(() => SpendLineBody, { max: 500 }) spending: SpendLineBody[];
}

export class KeepReportBody {
  @Nested(() => ReportBody) report: ReportBody;
  @Whole({ min: 1, max: 1_000_000 }) version: number;
}

export class DecideReportBody {
  @OneOf(['accept', 'return']) move: 'accept' | 'return';
  @Text({ max: 2000, optional: true }) reason?: string;
}

export class EvaluationBody {
  @Text({ max: 60 }) key: string;
  @JsonObject({ description: '{points, quantities, bonus, vetoes}' }) scores: EvaluationScores;
  @Text({ min: 2, max: 5000 }) opinion: string;
}

export class MilestonesQuery extends ListQuery {
  @OneOf(MILESTONE_STATUSES, { optional: true }) status?: MilestoneStatus;
}
