import { Shown } from '#libs/http';
import type { Answers } from '../domain/form/answers.js';
import { ANSWERS_SHOWN } from './answers-shown.js';

/** One earlier state of the answers, or the present one. */
export class RevisionRow {
  @Shown() version: number;
  @Shown() savedAt: Date;
  @Shown({ description: '保存人 who saved it' }) by: string;
  @Shown({ description: '现在的内容 as it is now' }) current: boolean;
  @Shown({ nullable: true, type: Number, description: '第几次提交的内容 what was submitted, which time' }) submission: number | null;
}

export class RevisionsView {
  @Shown({ type: [RevisionRow], description: '新的在前 newest first' }) revisions: RevisionRow[];
}

export class RevisionView {
  @Shown() version: number;
  @Shown() savedAt: Date;
  @Shown() by: string;
  @Shown(ANSWERS_SHOWN) answers: Answers;
}
