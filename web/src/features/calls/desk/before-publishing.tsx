import { Link } from '@tanstack/react-router';
import type { OfficerCallView } from '../../../api/index.js';
import { useTexts, Verdict } from '../../../ui/index.js';
import { ProblemList } from '../rulebook/editor/problem-list.js';
import { officerTexts } from '../texts-officer.js';

/** The list before take-off: what stands against publishing, each line leading to its place. */
export function BeforePublishing({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(officerTexts);
  const errors = call.problems.filter(({ severity }) => severity === 'error');
  const warnings = call.problems.length - errors.length;
  const sentence = errors.length === 0 ? t('problems_none') : t('problems_count', { count: errors.length });
  return (
    <section className="call-part">
      <h2>{t('problems_title')}</h2>
      <Verdict passed={errors.length === 0} sentence={warnings > 0 ? `${sentence} ${t('warnings_count', { count: warnings })}` : sentence} reasons={[]} />
      <ProblemList problems={call.problems} to={`/desk/calls/${call.id}/rules`} />
      <p>
        <Link className="button" to={`/desk/calls/${call.id}/rules` as string}>
          {t('call_title_edit')}
        </Link>
      </p>
    </section>
  );
}
