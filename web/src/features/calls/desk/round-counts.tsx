import { Link } from '@tanstack/react-router';
import type { CallCountsView } from '../../../api/index.js';
import { Icon, useTexts } from '../../../ui/index.js';
import { officerTexts } from '../texts-officer.js';

/** How many applications stand where; what waits for a screener comes first, in amber, one click from the table. */
export function RoundCounts({ callId, counts }: { readonly callId: string; readonly counts: CallCountsView | undefined }) {
  const t = useTexts(officerTexts);
  if (!counts) return <span className="quiet figures">{t('in_all', { count: 0 })}</span>;
  const all = Object.values(counts.counts).reduce((sum, count) => sum + count, 0);
  const [waiting, returned] = [counts.counts.submitted ?? 0, counts.counts.returned ?? 0];
  return (
    <span className="stacked figures">
      <ToTable callId={callId}>{t('in_all', { count: all })}</ToTable>
      {waiting > 0 ? (
        <ToTable callId={callId} status="submitted" waits>
          {t('to_screen', { count: waiting })}
        </ToTable>
      ) : null}
      {returned > 0 ? (
        <ToTable callId={callId} status="returned">
          {t('corrections', { count: returned })}
        </ToTable>
      ) : null}
    </span>
  );
}

interface ToTableProps {
  readonly callId: string;
  readonly status?: string;
  readonly waits?: boolean;
  readonly children: React.ReactNode;
}

export function ToTable({ callId, status, waits = false, children }: ToTableProps) {
  return (
    <Link to="/desk/applications" search={{ callId, ...(status ? { status } : {}) } as never} className={waits ? 'waits tone-waiting' : ''}>
      {waits ? <Icon name="hourglass" /> : null}
      {children}
    </Link>
  );
}
