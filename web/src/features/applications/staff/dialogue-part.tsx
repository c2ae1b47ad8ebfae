import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, serverNow, useCommand, type ApplicationDetail, type AppealView, type AskSupplementBody, type DialogueView, type SupplementView } from '../../../api/index.js';
import { ActDialog, Countdown, ErrorNote, formatInstant, Instant, StatusMark, TextField, useSay, useTexts } from '../../../ui/index.js';
import { DialogueFiles } from '../parts/dialogue-files.js';
import { APPLICATIONS, dialogueQuery } from '../staff-queries.js';
import { dialogueTexts } from '../texts-dialogue.js';
import { dueIn } from './decision-part.js';

/** The clock of the screening, what was asked of the applicant, and what it objects to. */
export function DialoguePart({ application }: { readonly application: ApplicationDetail }) {
  const t = useTexts(dialogueTexts);
  const dialogue = useQuery(dialogueQuery(application.id));
  if (dialogue.isError && !dialogue.data) return <ErrorNote error={dialogue.error} onRetry={() => void dialogue.refetch()} />;
  if (!dialogue.data) return null;
  const { supplements, appeals } = dialogue.data;
  return (
    <section className="screening-part">
      <h2>{t('dialogue')}</h2>
      <Clock dialogue={dialogue.data} />
      {supplements.length + appeals.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul className="dialogue-rows">
        {appeals.map((appeal) => (
          <Appeal key={appeal.id} id={application.id} appeal={appeal} />
        ))}
        {supplements.map((supplement) => (
          <Supplement key={supplement.id} id={application.id} supplement={supplement} />
        ))}
      </ul>
      {application.status === 'submitted' ? <AskDialog id={application.id} dialogue={dialogue.data} /> : null}
    </section>
  );
}

function Clock({ dialogue: { clock } }: { readonly dialogue: DialogueView }) {
  const t = useTexts(dialogueTexts);
  if (!clock) return null;
  return (
    <p className="screening-clock">
      {t('clock')} {clock.pausedSince ? null : <Instant at={clock.dueAt} zone={false} />}{' '}
      {clock.pausedSince ? <StatusMark tone="quiet" word={t('clock_paused', { since: formatInstant(new Date(clock.pausedSince), 'day') })} /> : clock.overdue ? <StatusMark tone="late" word={t('clock_overdue')} /> : <Countdown until={clock.dueAt} />}
    </p>
  );
}

const STATES = { awaited: 'waiting', answered: 'done', withdrawn: 'quiet', lapsed: 'late' } as const;

function Supplement({ id, supplement }: { readonly id: string; readonly supplement: SupplementView }) {
  const t = useTexts(dialogueTexts);
  const take = useCommand<void>({
    run: (_, key) => api.supplementsWithdraw({ path: { id, supplementId: supplement.id }, headers: { 'Idempotency-Key': key } }), refresh: [APPLICATIONS],
  });
  return (
    <li>
      <p>
        <StatusMark tone={STATES[supplement.state]} word={t(`supplement_${supplement.state}`)} /> {supplement.request}
      </p>
      <p className="quiet">
        {t('due')} <Instant at={supplement.dueAt} zone={false} />
      </p>
      {supplement.answer ? <p className="answer-text">{supplement.answer}</p> : null}
      <DialogueFiles files={supplement.files} />
      {supplement.state === 'awaited' ? (
        <ActDialog label={t('take_back')} kind="secondary" onAct={() => take.mutateAsync()}>
          <p>{t('take_back_what')}</p>
        </ActDialog>
      ) : null}
    </li>
  );
}

const APPEALS = { lodged: 'waiting', upheld: 'done', dismissed: 'quiet' } as const;

function Appeal({ id, appeal }: { readonly id: string; readonly appeal: AppealView }) {
  const t = useTexts(dialogueTexts);
  return (
    <li>
      <p>
        <StatusMark tone={APPEALS[appeal.status]} word={t(`appeal_${appeal.status}`)} /> <span className="quiet">{t('appeal_of', { when: formatInstant(new Date(appeal.lodgedAt)) })}</span>
      </p>
      <p className="answer-text">{appeal.grounds}</p>
      <DialogueFiles files={appeal.files} />
      {appeal.decision ? (
        <p>
          {appeal.decision} <span className="quiet">{appeal.decidedBy && appeal.decidedAt ? t('appeal_decided', { who: appeal.decidedBy, when: formatInstant(new Date(appeal.decidedAt)) }) : null}</span>
        </p>
      ) : null}
      {appeal.status === 'lodged' ? <AppealActs id={id} appeal={appeal} /> : null}
    </li>
  );
}

function AppealActs({ id, appeal: { id: appealId, deciding } }: { readonly id: string; readonly appeal: AppealView }) {
  const t = useTexts(dialogueTexts);
  const say = useSay();
  const decide = useCommand<{ decision: 'uphold' | 'dismiss'; reason: string }>({
    run: (body, key) => api.appealsDecide({ path: { id, appealId }, body, headers: { 'Idempotency-Key': key } }), refresh: [APPLICATIONS],
  });
  const refusal = deciding.allowed ? null : deciding.reason ? say(deciding.reason) : null;
  return (
    <div className="decisions">
      {(['uphold', 'dismiss'] as const).map((decision) => (
        <ActDialog key={decision} label={t(decision)} kind={decision === 'uphold' ? 'primary' : 'secondary'} refusal={refusal} reason={{ label: t('decision_reason'), least: 4 }} onAct={(reason) => decide.mutateAsync({ decision, reason })}>
          <p>{t(`${decision}_what`)}</p>
        </ActDialog>
      ))}
    </div>
  );
}

function AskDialog({ id, dialogue: { asking } }: { readonly id: string; readonly dialogue: DialogueView }) {
  const t = useTexts(dialogueTexts);
  const say = useSay();
  const [days, setDays] = useState('3');
  const ask = useCommand<AskSupplementBody>({ run: (body, key) => api.supplementsAsk({ path: { id }, body, headers: { 'Idempotency-Key': key } }), refresh: [APPLICATIONS] });
  const dueAt = dueIn(Math.max(1, Math.min(60, Number(days) || 0)), serverNow());
  return (
    <ActDialog label={t('ask')} kind="secondary" refusal={asking.allowed ? null : asking.reason ? say(asking.reason) : null} reason={{ label: t('ask_request'), hint: t('ask_hint'), least: 4 }} onAct={(request) => ask.mutateAsync({ request, dueAt })}>
      <p>{t('ask_what')}</p>
      <TextField label={t('ask_days')} type="number" min={1} max={60} value={days} onChange={(event) => setDays(event.target.value)} hint={t('ask_due', { when: formatInstant(new Date(dueAt)) })} />
    </ActDialog>
  );
}
