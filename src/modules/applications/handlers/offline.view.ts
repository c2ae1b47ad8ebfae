import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { Answers } from '../domain/form/answers.js';
import { ANSWERS_SHOWN } from './answers-shown.js';

/** One question as it was read out of an uploaded file, beside what the draft holds. */
export class OfflineFieldView {
  @Shown() section: string;
  @Shown() question: string;
  @Shown({ enum: ['changed', 'same', 'unread'] }) state: 'changed' | 'same' | 'unread';
  @ShownSentence({ required: false, description: '为什么没有读到 why it could not be read' }) why?: Sentence;
}

/** What an uploaded file says; nothing of it is in the draft until it is saved. */
export class OfflineReadingView {
  @Shown() fileName: string;
  @Shown({ description: '所对照的版本 the version it was compared with' }) version: number;
  @Shown({ type: [OfflineFieldView], description: '按申报书的顺序 in the order of the form' }) fields: OfflineFieldView[];
  @ShownSentence({ isArray: true, description: '文件中不属于申报书的内容 what belongs to no question' }) strange: Sentence[];
  @ShownSentence({ nullable: true, description: '需要留意的情况 what to mind' }) warning: Sentence | null;
  @Shown({ ...ANSWERS_SHOWN, description: '读到的答案 the answers that were read' }) answers: Answers;
}
