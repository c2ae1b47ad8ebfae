import { Empty } from '../ui/empty.js';
import { useTexts } from '../ui/language/texts.js';
import { Mark } from '../ui/mark.js';
import { gather } from './features.js';
import { Sections } from './sections.js';
import { appTexts } from './texts.js';

/** The public front page: what this is, then the parts that the features bring. */
export function FrontPage() {
  const t = useTexts(appTexts);
  const parts = gather('front');
  return (
    <>
      <header className="front-head">
        <div>
          <h1>{t('front_title')}</h1>
          <p className="prose">{t('front_lead')}</p>
        </div>
        <Mark size={132} />
      </header>
      {parts.length > 0 ? (
        <Sections sections={parts} />
      ) : (
        <section className="front-part">
          <Empty small why={t('front_quiet')} what={t('front_quiet_what')} />
        </section>
      )}
      <TheWay />
    </>
  );
}

function TheWay() {
  const t = useTexts(appTexts);
  const steps = [
    [t('how_1'), t('how_1_what')],
    [t('how_2'), t('how_2_what')],
    [t('how_3'), t('how_3_what')],
    [t('how_4'), t('how_4_what')],
    [t('how_5'), t('how_5_what')],
  ] as const;
  return (
    <section className="front-part">
      <h2>{t('how_title')}</h2>
      <ol className="way">
        {steps.map(([name, what]) => (
          <li key={name}>
            <strong>{name}</strong>
            <span>{what}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
