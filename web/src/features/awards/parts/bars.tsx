import { formatFen, type Sentence, useLanguage, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

interface BarProps {
  readonly label: string;
  readonly words: string;
  readonly part: number;
  readonly whole: number;
}

/** A share as a bar, with the figures in words beside it. */
function Bar({ label, words, part, whole }: BarProps) {
  const share = whole > 0 ? Math.min(100, (part / whole) * 100) : 0;
  return (
    <div className="share">
      <span className="share-name">{label}</span>
      <span className="share-track" aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
      <span className="share-words figures">{words}</span>
    </div>
  );
}

interface BarsProps {
  readonly poolFen: number;
  readonly grantedFen: number;
  readonly awards: number;
  readonly maxAwards: number | null;
  readonly seats: readonly { readonly categories: readonly Sentence[]; readonly seats: number; readonly taken: number }[];
}

/** Pool money, seats in all, and the seats kept for categories. */
export function Bars({ poolFen, grantedFen, awards, maxAwards, seats }: BarsProps) {
  const marks = useMarks();
  const t = useTexts(texts);
  const say = useSay();
  const joint = useLanguage() === 'zh' ? '、' : ', ';
  return (
    <div className="shares">
      <Bar label={`${t('pool')} ${formatFen(poolFen)}`} words={t('pool_used', { granted: formatFen(grantedFen), left: formatFen(poolFen - grantedFen) })} part={grantedFen} whole={poolFen} />
      {maxAwards === null ? <p className="quiet">{t('seats_all')}{marks.colon}{t('seats_unlimited', { taken: awards })}</p> : <Bar label={t('seats_all')} words={t('seats_used', { taken: awards, seats: maxAwards })} part={awards} whole={maxAwards} />}
      {seats.map((pool, index) => (
        <Bar key={index} label={t('seats_of', { category: pool.categories.map((category) => say(category)).join(joint) })} words={t('seats_used', { taken: pool.taken, seats: pool.seats })} part={pool.taken} whole={pool.seats} />
      ))}
    </div>
  );
}
