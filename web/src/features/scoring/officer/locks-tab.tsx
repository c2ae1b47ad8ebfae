import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type ReopeningRequestView, type SheetsVerifiedView } from '../../../api/index.js';
import { ActDialog, ActionButton, Empty, ErrorNote, formatInstant, Icon, useAttempt, useSay, useTexts } from '../../../ui/index.js';
import { Alias } from '../alias.js';
import { ScoringTable } from '../scoring-table.js';
import { reopeningsQuery } from '../queries.js';
import { locksTexts } from './locks-texts.js';

interface StagePath {
  readonly callId: string;
  readonly stageKey: string;
}

/** Locked sheets: who asked to open which, the second person's decision, and a check of all of them. */
export function LocksTab({ callId, stageKey }: StagePath) {
  const t = useTexts(locksTexts);
  const { data, error, refetch } = useQuery(reopeningsQuery(callId, stageKey));
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  return (
    <>
      <p className="quiet">{t('how')}</p>
      {data.length === 0 ? <Empty why={t('none')} what={t('none_what')} /> : <Requests requests={data} />}
      <Check callId={callId} stageKey={stageKey} />
    </>
  );
}

function Requests({ requests }: { readonly requests: readonly ReopeningRequestView[] }) {
  const t = useTexts(locksTexts);
  return (
    <div className="board-scroll" tabIndex={0} role="region" aria-label={t('what')}>
      <ScoringTable>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('reason')}</th>
            <th scope="col">{t('asked')}</th>
            <th scope="col">{t('decision')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.id}>
              <th scope="row">
                {request.judgeName} · {request.projectName}
              </th>
              <td>{request.reason}</td>
              <td>
                {request.askedBy} <span className="quiet figures">{formatInstant(new Date(request.askedAt))}</span>
              </td>
              <td>
                <Decision request={request} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScoringTable>
    </div>
  );
}

function Decision({ request }: { readonly request: ReopeningRequestView }) {
  const t = useTexts(locksTexts);
  const { id, judgeName: judge, projectName: project } = request;
  const decide = useCommand<{ granted: boolean; note?: string }, unknown>({ run: (body, key) => api.sheetsDecide({ path: { id }, body, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  if (request.granted !== null) {
    return (
      <span className={`tone-${request.granted ? 'done' : 'late'} reason-word`}>
        <Icon name={request.granted ? 'check' : 'cross'} /> {t(request.granted ? 'granted' : 'refused', { by: request.decidedBy ?? '' })}
        {request.note ? <span className="quiet by">{request.note}</span> : null}
      </span>
    );
  }
  if (!request.decidable) return <span className="tone-waiting reason-word">{t('waits')}</span>;
  return (
    <div className="lock-acts">
      <ActDialog label={t('grant')} kind="secondary" title={t('grant_title', { judge, project })} onAct={() => decide.mutateAsync({ granted: true })}>
        <p>{t('grant_what')}</p>
      </ActDialog>
      <ActDialog label={t('refuse')} kind="secondary" title={t('refuse_title', { judge, project })} reason={{ label: t('refuse_why'), least: 2 }} onAct={(note) => decide.mutateAsync({ granted: false, note })} />
    </div>
  );
}

function Check({ callId, stageKey }: StagePath) {
  const say = useSay();
  const t = useTexts(locksTexts);
  const { busy, error, attempt } = useAttempt();
  const [told, setTold] = useState<SheetsVerifiedView | null>(null);
  return (
    <section className="lock-check">
      <p className="quiet">{t('check_what')}</p>
      <ActionButton kind="secondary" icon="lock" busy={busy} onAct={() => void attempt(async () => setTold(await api.sheetsVerify({ path: { callId, stageKey } })))}>
        {t('check')}
      </ActionButton>
      {error ? <ErrorNote error={error} /> : null}
      {told ? (
        <div className={`tone-${told.faults.length === 0 ? 'done' : 'late'} reason-word`} role="status">
          <p>
            <Icon name={told.faults.length === 0 ? 'check' : 'alert'} /> {told.faults.length === 0 ? t('sound', { checked: told.checked }) : t('faulty', { count: told.faults.length })}
          </p>
          <ul>
            {told.faults.map(({ sheetId, alias, projectName, what }) => (
              <li key={sheetId}>
                <Alias name={alias} /> · {projectName} · {say(what)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
