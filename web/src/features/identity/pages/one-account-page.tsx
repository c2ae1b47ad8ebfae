import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ErrorNote, PageShell, useSay, useTexts } from '../../../ui/index.js';
import '../parts/desk.css';
import { AccountMoves } from '../parts/account-moves.js';
import { RolesPart } from '../parts/roles-part.js';
import { accountQuery } from '../queries-desk.js';
import { deskTexts } from '../texts-desk.js';

/** One account: its roles, and what an administrator may do with it. */
export default function OneAccountPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useTexts(deskTexts);
  const say = useSay();
  const account = useQuery(accountQuery(id));
  if (account.isError && !account.data) return <div className="page"><ErrorNote error={account.error} onRetry={() => void account.refetch()} /></div>;
  if (!account.data) return <p className="opening quiet" role="status">{t('accounts')}…</p>;
  const { name, email, label, status } = account.data;
  return (
    <PageShell title={name} reference={email} back={{ to: '/desk/accounts', label: t('back_accounts') }} status={{ word: say(label), tone: status === 'active' ? 'done' : status === 'disabled' ? 'quiet' : 'waiting' }}>
      <RolesPart account={account.data} />
      <AccountMoves account={account.data} />
    </PageShell>
  );
}
