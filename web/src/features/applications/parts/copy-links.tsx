import { Icon, useTexts } from '../../../ui/index.js';
import { ownTexts } from '../texts-own.js';

interface CopyLinksProps {
  readonly id: string;
  readonly draft?: boolean;
  /** Which submission; the newest when left out. */
  readonly ordinal?: number;
}

/** The application to take away: on paper, or with every file and the sums to check them by. */
export function CopyLinks({ id, draft = false, ordinal }: CopyLinksProps) {
  const t = useTexts(ownTexts);
  const address = (format: 'pdf' | 'zip') => `/api/applications/${id}/copy?format=${format}${ordinal === undefined ? '' : `&ordinal=${ordinal}`}`;
  return (
    <section className="copy-links no-print">
      <a className="button" href={address('pdf')} download>
        <Icon name="download" />
        {t('copy_pdf')}
      </a>
      <a className="button" href={address('zip')} download>
        <Icon name="download" />
        {t('copy_zip')}
      </a>
      <span className="quiet">{draft ? t('copy_draft') : t('copy_what')}</span>
    </section>
  );
}
