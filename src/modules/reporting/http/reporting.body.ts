import { OneOf } from '#libs/http';
import { REPORT_FORMATS, REPORT_KINDS, type ReportFormat, type ReportKind } from '../domain/report.js';

export class AskReportBody {
  @OneOf(REPORT_FORMATS) format: ReportFormat;
  @OneOf(REPORT_KINDS) kind: ReportKind;
}
