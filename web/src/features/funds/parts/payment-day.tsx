import { serverNow } from '../../../api/index.js';
import { formatInstant, StatusMark, useTexts } from '../../../ui/index.js';
import { fundsTexts } from '../texts.js';

/** The day by which something is to be paid, in the tone of how near it is; else since when it waits. */
export function PaymentDay({ day, since }: { readonly day: string | null; readonly since: string | null }) {
  const t = useTexts(fundsTexts);
  if (!day) return <span className="quiet figures">{since ? t('since', { day: formatInstant(new Date(since), 'day') }) : t('no_term')}</span>;
  const now = serverNow();
  const today = formatInstant(new Date(now), 'day');
  const soon = formatInstant(new Date(now + 3 * 86_400_000), 'day');
  if (day < today) return <StatusMark tone="late" word={`${day} ${t('overdue')}`} />;
  if (day <= soon) return <StatusMark tone="waiting" word={day} />;
  return <span className="figures">{day}</span>;
}
