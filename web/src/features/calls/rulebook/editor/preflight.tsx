import { Link } from '@tanstack/react-router';
import type { OfficerCallView } from '../../../../api/index.js';
import { Icon, useTexts } from '../../../../ui/index.js';
import { editorTexts } from '../../texts-editor.js';
import { useEditor } from '../editor-context.js';
import { ProblemList } from './problem-list.js';
import type { Examination } from './use-examination.js';

/** What stands against publishing, live; the way on once nothing does. */
export function Preflight({ call, examination }: { readonly call: OfficerCallView; readonly examination: Examination }) {
  const t = useTexts(editorTexts);
  const { readOnly } = useEditor();
  const errors = examination.problems.filter(({ severity }) => severity === 'error').length;
  const warnings = examination.problems.length - errors;
  const drafting = !call.changingRules.needsReason && !readOnly;
  return (
    <aside className="preflight no-print" aria-label={t('preflight')}>
      <h2>{t('preflight')}</h2>
      <p role="status" className={errors > 0 ? 'tone-late' : 'tone-done'}>
        <Icon name={examination.busy ? 'spinner' : errors > 0 ? 'alert' : 'check'} className={examination.busy ? 'spin' : ''} />
        {examination.busy ? t('preflight_busy') : errors > 0 ? t('preflight_errors', { count: errors }) : t('preflight_none_what')}
      </p>
      {warnings > 0 ? <p className="tone-waiting">{t('preflight_warnings', { count: warnings })}</p> : null}
      <ProblemList problems={examination.problems} to={`/desk/calls/${call.id}/rules`} />
      {drafting && errors === 0 ? (
        <Link className="button primary" to={`/desk/calls/${call.id}` as string}>
          {t('go_publish')}
        </Link>
      ) : null}
    </aside>
  );
}
