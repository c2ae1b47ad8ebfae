import type { TrancheRow } from '../../../api/index.js';
import { formatFen, useSay, useTexts } from '../../../ui/index.js';
import { fundsTexts } from '../texts.js';

const OVER: readonly TrancheRow['status'][] = ['acknowledged', 'cancelled'];

/** The next payment in one sentence, and what it still waits for. */
export function NextPayment({ tranches, grantee }: { readonly tranches: readonly TrancheRow[]; readonly grantee: boolean }) {
  const t = useTexts(fundsTexts);
  const say = useSay();
  const next = tranches.find(({ status }) => !OVER.includes(status) && status !== 'paid');
  if (!next) return <p className="next-line tone-done">{t(tranches.some(({ status }) => status === 'paid') ? 'next_paid' : 'next_none')}</p>;
  const facts = { title: say(next.title), amount: formatFen(next.payFen ?? next.amountFen) };
  if (next.waitsFor.length === 0) {
    const words = next.status === 'planned' && grantee ? t('next_ready', facts) : next.dueOn ? t('next_asked_by', { ...facts, day: next.dueOn }) : t('next_asked', facts);
    return <p className="next-line tone-waiting">{words}</p>;
  }
  return (
    <div className="next-line tone-waiting">
      <p>{t('next_waits', facts)}</p>
      <ul>
        {next.waitsFor.map((sentence) => (
          <li key={sentence.zh}>{say(sentence)}</li>
        ))}
      </ul>
    </div>
  );
}
