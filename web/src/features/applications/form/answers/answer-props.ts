import type { FaultView, RulebookQuestion } from '../../../../api/index.js';

export interface AnswerProps<K extends RulebookQuestion['kind'] = RulebookQuestion['kind']> {
  readonly section: string;
  readonly question: Extract<RulebookQuestion, { kind: K }>;
  readonly path: string;
  readonly faults: readonly FaultView[];
  readonly readOnly: boolean;
}
