import { AutosaveMark, useTexts, type AutosaveState } from '../../../ui/index.js';
import { formTexts } from '../texts-form.js';
import type { DraftState, Trouble } from './draft-keeper.js';

interface DraftMarkProps {
  readonly state: DraftState;
  /** Files that are on their way up: until they have arrived not everything is saved. */
  readonly uploading: number;
  readonly onRetry: () => void;
}

/** Whether it is saved, and if not, why and where it is meanwhile. */
export function DraftMark({ state, uploading, onRetry }: DraftMarkProps) {
  const t = useTexts(formTexts);
  const { trouble, saving, savedAt } = state;
  const why = trouble ? wordsOf(trouble, t) : undefined;
  const what = uploading > 0 ? { what: t('uploading', { count: uploading }) } : {};
  const mark = ((): AutosaveState => {
    if (why !== undefined) return { kind: 'unsaved', why };
    if (saving || uploading > 0) return { kind: 'saving', ...what };
    return savedAt ? { kind: 'saved', at: savedAt } : { kind: 'untouched' };
  })();
  const retryable = trouble !== null && ['offline', 'server', 'refused'].includes(trouble.kind);
  return <AutosaveMark state={mark} {...(retryable ? { onRetry } : {})} />;
}

function wordsOf(trouble: Trouble, t: ReturnType<typeof useTexts<(typeof formTexts)['texts']>>): string {
  switch (trouble.kind) {
    case 'offline':
      return t('offline_why');
    case 'session':
      return t('session_why');
    case 'conflict':
      return t('conflict_why');
    case 'server':
      return t('server_why');
    case 'unkept':
      return t('unkept_why');
    default:
      return t('refused_why', { sentence: trouble.sentence });
  }
}
