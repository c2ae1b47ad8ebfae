import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type ConflictView, type ProgressView } from '../../../api/index.js';
import { Empty, ErrorNote, Icon, Instant, useTexts } from '../../../ui/index.js';
import { Alias } from '../alias.js';
import { ScoringTable } from '../scoring-table.js';
import { progressQuery } from '../queries.js';
import { ConflictCheck } from './conflict-check.js';
import { ConflictGraph } from './conflict-graph.js';
import { officerTexts } from './officer-texts.js';
import { ReasonModal } from './reason-modal.js';

interface ConflictsProps {
  readonly callId: string;
  readonly stageKey: string;
  readonly mine: boolean;
  readonly open: boolean;
}

/** Who is tied to what: doubts to settle first, then the graph, then every record. */
export function ConflictsTab({ callId, stageKey, mine, open }: ConflictsProps) {
  const t = useTexts(officerTexts);
  const { data, error, refetch } = useQuery(progressQuery(callId, stageKey));
  const [chosen, setChosen] = useState<Settlement | null>(null);
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  const settle = mine && open ? setChosen : undefined;
  return (
    <>
      {data.unsure.length > 0 ? (
        <section className="conflict-unsure">
          <h2>{t('unsure_title')}</h2>
          {data.unsure.map((conflict) => (
            <Doubt key={keyOf(conflict)} conflict={conflict} data={data} onSettle={settle} />
          ))}
        </section>
      ) : null}
      {data.conflicts.length === 0 ? (
        <Empty small why={t('conflicts_empty')} what={t('conflicts_empty_what')} />
      ) : (
        <>
          <ConflictGraph conflicts={data.conflicts} applications={data.applications} />
          <Records data={data} onSettle={settle} />
        </>
      )}
      <ConflictCheck callId={callId} stageKey={stageKey} mine={mine} progress={data} />
      {chosen ? <Settle settlement={chosen} data={data} onClose={() => setChosen(null)} /> : null}
    </>
  );
}

interface Settlement {
  readonly conflict: ConflictView;
  readonly verdict: 'none' | 'has';
}
type OnSettle = ((settlement: Settlement) => void) | undefined;

const keyOf = ({ seatId, applicationId }: ConflictView): string => `${seatId} ${applicationId}`;
const projectOf = ({ applications }: ProgressView, id: string): string => applications.find(({ applicationId }) => applicationId === id)?.projectName ?? '';

function Doubt({ conflict, data, onSettle }: { readonly conflict: ConflictView; readonly data: ProgressView; readonly onSettle: OnSettle }) {
  const t = useTexts(officerTexts);
  const application = data.applications.find(({ applicationId }) => applicationId === conflict.applicationId);
  return (
    <div className="conflict-doubt tone-waiting">
      <Icon name="hourglass" />
      <div>
        <p className="what">
          {t('conflict_line', { judge: conflict.judgeName, project: application?.projectName ?? '' })} <span className="quiet">{application?.organisationName}</span>
        </p>
        <p>{conflict.note ? t('judge_says', { note: conflict.note }) : t('no_note')}</p>
        {onSettle ? (
          <p className="judge-note-actions">
            <button type="button" className="button" onClick={() => onSettle({ conflict, verdict: 'none' })}>
              {t('settle_none')}
            </button>
            <button type="button" className="button" onClick={() => onSettle({ conflict, verdict: 'has' })}>
              {t('settle_has')}
            </button>
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Records({ data, onSettle }: { readonly data: ProgressView; readonly onSettle: OnSettle }) {
  const t = useTexts(officerTexts);
  return (
    <section>
      <h2>{t('all_conflicts')}</h2>
      <div className="board-scroll" tabIndex={0} role="region" aria-label={t('all_conflicts')}>
        <ScoringTable className="conflict-records">
          <thead>
            <tr>
              <th scope="col">{t('judge')}</th>
              <th scope="col">{t('project')}</th>
              <th scope="col">{t('verdict')}</th>
              <th scope="col">{t('note')}</th>
              <th scope="col">{t('by')}</th>
              <th scope="col">{t('when')}</th>
              {onSettle ? <th scope="col"><span className="visually-hidden">{t('actions')}</span></th> : null}
            </tr>
          </thead>
          <tbody>
            {data.conflicts.map((conflict) => (
              <tr key={keyOf(conflict)}>
                <th scope="row">
                  {conflict.judgeName} <span className="quiet"><Alias name={conflict.alias} /></span>
                </th>
                <td>{projectOf(data, conflict.applicationId)}</td>
                <td>{t(`v_${conflict.verdict}`)}</td>
                <td className="conflict-note">{conflict.note}</td>
                <td>{conflict.settledBy ?? t('by_judge')}</td>
                <td>
                  <Instant at={conflict.declaredAt} zone={false} />
                </td>
                {onSettle ? (
                  <td className="right">
                    {conflict.verdict === 'unsure' ? null : (
                      <button type="button" className="link-button" onClick={() => onSettle({ conflict, verdict: conflict.verdict === 'none' ? 'has' : 'none' })}>
                        {conflict.verdict === 'none' ? t('settle_has') : t('settle_none')}
                      </button>
                    )}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </ScoringTable>
      </div>
    </section>
  );
}

function Settle({ settlement: { conflict, verdict }, data, onClose }: { readonly settlement: Settlement; readonly data: ProgressView; readonly onClose: () => void }) {
  const t = useTexts(officerTexts);
  const settle = useCommand<string, unknown>({
    run: (note, key) => api.panelSettle({ path: { seatId: conflict.seatId, applicationId: conflict.applicationId }, body: { verdict, note }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: onClose,
  });
  return (
    <ReasonModal
      title={t('settle_title', { judge: conflict.judgeName, project: projectOf(data, conflict.applicationId) })}
      what={verdict === 'none' ? t('settle_none_what') : t('settle_has_what')}
      ok={verdict === 'none' ? t('settle_none') : t('settle_has')}
      label={t('grounds')}
      busy={settle.isPending}
      error={settle.error}
      onOk={(note) => settle.mutate(note)}
      onClose={onClose}
    />
  );
}
