import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RoundStatisticsView } from '../../../api/index.js';
import { ErrorNote, PageShell, useSay, useTexts } from '../../../ui/index.js';
import { roundQuery } from '../queries.js';
import '../reporting.css';
import { texts } from '../texts.js';
import { RoundLinks } from './round-links.js';
import { useRoundStatus } from './use-round-status.js';

export interface RoundDeskProps {
  readonly here: 'statistics' | 'reports';
  readonly content: (round: RoundStatisticsView) => ReactNode;
}

/** A page of one round in this room: whose it is, where it stands, and the way to the other page. */
export function RoundDesk({ here, content }: RoundDeskProps) {
  const t = useTexts(texts);
  const say = useSay();
  const statusOf = useRoundStatus();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const round = useQuery(roundQuery(id));
  if (round.isError && !round.data) return <div className="page"><ErrorNote error={round.error} onRetry={() => void round.refetch()} /></div>;
  if (!round.data) return <p className="opening quiet" role="status">{t('title')}…</p>;
  const { title, number } = round.data;
  return (
    <PageShell title={say(title)} reference={number} back={{ to: '/desk/statistics', label: t('back') }} status={statusOf(round.data)}>
      <RoundLinks id={id} here={here} />
      {content(round.data)}
    </PageShell>
  );
}
