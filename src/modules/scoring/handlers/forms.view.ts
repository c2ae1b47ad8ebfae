import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

/** What became of one line of an uploaded form. */
export class FormOutcomeView {
  @Shown({ description: '表中行号 the line in the form' }) line: number;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown({ nullable: true, type: String }) applicationId: string | null;
  /** `clash`: it was changed elsewhere since the form was downloaded; what stands there was kept. */
  @Shown({ enum: ['saved', 'unchanged', 'empty', 'clash', 'refused'] }) outcome: string;
  @ShownSentence({ nullable: true }) reason: Sentence | null;
  /** What the form comes to, and what stands on the server, where both are complete. */
  @Shown({ nullable: true, type: String }) formTotal: string | null;
  @Shown({ nullable: true, type: String }) keptTotal: string | null;
}

export class FormUploadedView {
  @Shown() saved: number;
  @Shown({ type: [FormOutcomeView] }) lines: FormOutcomeView[];
}
