import { useQuery } from '@tanstack/react-query';
import { holdsOneOf, useSession, type ContractRecordView } from '../../../api/index.js';
import { Empty, ErrorNote, useTexts } from '../../../ui/index.js';
import '../contracts.css';
import { Current } from '../parts/current.js';
import { DrawUp } from '../parts/draw-up.js';
import { Earlier } from '../parts/earlier.js';
import { contractsQuery, projectQuery } from '../queries.js';
import { texts } from '../texts.js';

/** The contract of a project: drawn up, read, accepted by its parties, signed. */
export default function ContractTab({ id }: { readonly id: string }) {
  const t = useTexts(texts);
  const contracts = useQuery(contractsQuery(id));
  const project = useQuery(projectQuery(id));
  const session = useSession();
  const error = contracts.error ?? project.error;
  if (error) return <ErrorNote error={error} onRetry={() => void Promise.all([contracts.refetch(), project.refetch()])} />;
  if (!contracts.data || !project.data) return <p className="quiet" role="status">{t('the_contract')}…</p>;
  const [current, ...earlier] = contracts.data;
  const drawsUp = session ? holdsOneOf(session.account, ['officer']) && project.data.status === 'opened' && needsText(current) : false;
  return (
    <>
      {drawsUp ? <DrawUp project={project.data} {...(current ? { declined: current } : {})} /> : null}
      {current ? <Current key={current.id} contract={current} /> : null}
      {!current && !drawsUp ? <Nothing opened={project.data.status === 'opened'} /> : null}
      {earlier.length > 0 ? <Earlier contracts={earlier} /> : null}
    </>
  );
}

const needsText = (current: ContractRecordView | undefined): boolean => !current || current.status === 'declined';

function Nothing({ opened }: { readonly opened: boolean }) {
  const t = useTexts(texts);
  return opened ? <Empty why={t('none')} what={t('none_do')} /> : <Empty why={t('none_stopped')} what={t('none_stopped_do')} />;
}
