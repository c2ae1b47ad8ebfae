import { useTexts } from '../language/texts.js';
import { Icon } from '../icon.js';
import { uiTexts } from '../texts.js';
import './second-factor.css';

/** The codes that are told once. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const t = useTexts(uiTexts);
  return (
    <section className="recovery">
      <h2>{t('recovery_title')}</h2>
      <p>{t('recovery_what')}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="buttons no-print">
        <button type="button" className="button" onClick={() => print()}>
          <Icon name="print" />
          {t('recovery_print')}
        </button>
        <button type="button" className="button primary" onClick={onKept}>
          {t('recovery_kept')}
        </button>
      </p>
    </section>
  );
}
