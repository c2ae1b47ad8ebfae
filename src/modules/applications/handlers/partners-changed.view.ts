import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { ApplicationDetail } from './application.view.js';

/** An answer that has followed the parties. */
export class FilledInView {
  @Shown({ description: '如 organisation.uscc' }) path: string;
  @ShownSentence() title: Sentence;
  @Shown({ nullable: true, type: String, description: '取自哪家单位；空为已清空 whose profile it was taken from; null where it was emptied' }) from: string | null;
}

/** The application with its new parties, and what was filled in with them. */
export class PartnersChangedView extends ApplicationDetail {
  @Shown({ type: [FilledInView], description: '随之填入或清空的答案 answers that were filled in or emptied with it' }) filled: FilledInView[];
}
