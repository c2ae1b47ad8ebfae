import { Link } from '@tanstack/react-router';
import type { RulebookForm } from '../../../api/index.js';
import { useTexts } from '../../../ui/index.js';
import { siteTexts } from './texts-sites.js';

interface SiteNoteProps {
  readonly id: string;
  readonly form: RulebookForm;
  readonly section: RulebookForm['sections'][number];
}

/** Beside the question for the sealed opinion: the site can confirm online instead. */
export function SiteNote({ id, form, section }: SiteNoteProps) {
  const t = useTexts(siteTexts);
  if (!form.seal.site || !section.questions.some(({ key }) => key === 'site-letter')) return null;
  return (
    <p className="read-only-note tone-quiet">
      {t('instead')} <Link to={`/desk/my-applications/${id}`}>{t('instead_where')}</Link>
    </p>
  );
}
