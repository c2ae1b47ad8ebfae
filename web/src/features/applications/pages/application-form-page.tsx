import { useParams } from '@tanstack/react-router';
import { useSession } from '../../../api/index.js';
import { ErrorNote } from '../../../ui/index.js';
import { ApplicationForm } from '../form/application-form.js';
import { useOpened } from '../form/use-opened.js';

export default function ApplicationFormPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const session = useSession();
  const { opened, error, again } = useOpened(id);
  if (error) return <article className="page"><ErrorNote error={error} onRetry={again} /></article>;
  if (!opened || !session) return <p className="opening quiet" role="status">…</p>;
  return <ApplicationForm key={id} opened={opened} account={session.account} />;
}
