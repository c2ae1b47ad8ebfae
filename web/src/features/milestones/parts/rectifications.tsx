import { useQuery } from '@tanstack/react-query';
import { holdsOneOf, useSession } from '../../../api/index.js';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import { projectQuery, rectificationsQuery } from '../queries.js';
import { mendingTexts } from '../texts-mending.js';
import { OrderRectification } from './order-rectification.js';
import { Rectification } from './rectification.js';

/** What the project has to mend, on top of its plan: the open order first, those that were met folded away. */
export function Rectifications({ projectId }: { readonly projectId: string }) {
  const t = useTexts(mendingTexts);
  const orders = useQuery(rectificationsQuery(projectId));
  if (orders.isError && !orders.data) return <ErrorNote error={orders.error} onRetry={() => void orders.refetch()} />;
  const all = orders.data ?? [];
  const open = all.filter(({ status }) => status !== 'accepted');
  const met = all.filter(({ status }) => status === 'accepted');
  return (
    <>
      {open.map((order) => (
        <Rectification key={order.id} order={order} />
      ))}
      {met.length > 0 ? (
        <details className="mending-met">
          <summary>{t('earlier')}</summary>
          {met.map((order) => (
            <Rectification key={order.id} order={order} />
          ))}
        </details>
      ) : null}
    </>
  );
}

/** Below the plan, for officers and evaluators of a project that runs. */
export function MayOrder({ projectId }: { readonly projectId: string }) {
  const session = useSession();
  const project = useQuery(projectQuery(projectId));
  if (!session || !holdsOneOf(session.account, ['officer', 'evaluator']) || project.data?.status !== 'running') return null;
  return <OrderRectification projectId={projectId} />;
}
