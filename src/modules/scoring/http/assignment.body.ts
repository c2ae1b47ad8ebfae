import { Identifier, OneOf, Text, Whole, YesNo } from '#libs/http';
import { MARK, MARK_LENGTH } from '../domain/assignment/trial-mark.js';
import type { AssignmentSettings } from '../domain/assignment/propose.js';

export class TryAssignmentBody {
  @Whole({ min: 1, max: 15, description: '每份申报几位专家 experts for each application' }) perApplication: number;
  @Whole({ min: 1, max: 5000, optional: true, description: '每位专家至多几份 the most for one expert' }) most?: number;
  @OneOf(['any', 'elsewhere'], { description: 'elsewhere：同一区县的不评 nobody reviews her own district' }) region: AssignmentSettings['region'];
}

export class CommitAssignmentBody extends TryAssignmentBody {
  @Text({ min: MARK_LENGTH, max: MARK_LENGTH, pattern: MARK, description: '试排结果的标记 the mark of the dry run' }) mark: string;
}

export class EditAssignmentBody {
  @Identifier() seatId: string;
  @Identifier() applicationId: string;
  @OneOf(['must', 'never', 'free'], { description: 'free：交回系统安排 left to the solver again' }) verdict: 'must' | 'never' | 'free';
  @Text({ min: 2, max: 500 }) reason: string;
}

export class AssignmentFileBody {
  @Text({ max: 2_000_000, description: '表格文字：申报编号,评委,安排或不安排,理由 the text of the table' }) text: string;
  @YesNo({ description: '否则只核对 otherwise only checked' }) write: boolean;
}

export const settingsOf = ({ perApplication, most, region }: TryAssignmentBody): AssignmentSettings => ({ perApplication, most: most ?? null, region });
