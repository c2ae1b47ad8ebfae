import { Shown } from '#libs/http';
import { DocumentView } from '#modules/documents';
import type { Answers } from '../domain/form/answers.js';
import { ANSWERS_SHOWN } from './answers-shown.js';

/** What was changed in the last correction: only answers that differ. */
export class CorrectedView {
  @Shown({ description: '退回的时间 when it was returned' }) askedAt: Date;
  @Shown({ description: '补正要求 what was asked for' }) reason: string;
  @Shown() handedInAt: Date;
  @Shown({ ...ANSWERS_SHOWN, description: '补正前 as they were' }) before: Answers;
  @Shown({ ...ANSWERS_SHOWN, description: '补正后 as they are' }) after: Answers;
  @Shown({ type: [DocumentView], description: '两边的文件 the files that either names' }) files: DocumentView[];
}
