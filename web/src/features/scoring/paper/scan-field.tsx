import { FileDrop, useTexts, type useSentFiles } from '../../../ui/index.js';
import { paperTexts } from './paper-texts.js';

/** The signed paper, scanned or photographed. */
export function ScanField({ field }: { readonly field: ReturnType<typeof useSentFiles>['field'] }) {
  const t = useTexts(paperTexts);
  return (
    <div className="paper-scan">
      <p className="tie-label">{t('scan')}</p>
      <FileDrop label={t('scan_add')} limits={t('scan_limits')} accept=".pdf,.png,.jpg,.jpeg" maxBytes={20 * 1024 * 1024} {...field} />
    </div>
  );
}
