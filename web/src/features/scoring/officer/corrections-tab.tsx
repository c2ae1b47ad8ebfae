import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type CorrectionsView, type CorrectionView, type MovedRankView } from '../../../api/index.js';
import { ActDialog, Empty, ErrorNote, Instant, useJoin, useSay, useTexts } from '../../../ui/index.js';
import { Alias } from '../alias.js';
import { correctionsQuery } from '../queries.js';
import { correctionsTexts } from './corrections-texts.js';

interface CorrectionsProps {
  readonly callId: string;
  readonly stageKey: string;
  readonly mine: boolean;
}

/** Conflicts told after the sealing: by one person, decided by another. */
export function CorrectionsTab({ callId, stageKey, mine }: CorrectionsProps) {
  const t = useTexts(correctionsTexts);
  const { data, error, refetch } = useQuery(correctionsQuery(callId, stageKey));
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  return (
    <>
      <p className="quiet">{t('lead')}</p>
      {mine && data.sheets.length > 0 ? <Tell callId={callId} stageKey={stageKey} sheets={data.sheets} /> : null}
      {data.corrections.length === 0 ? <Empty small why={t('none')} what={t('none_what')} /> : null}
      <ul className="corrections">
        {data.corrections.map((one) => (
          <Correction key={one.id} one={one} mine={mine} />
        ))}
      </ul>
    </>
  );
}

const keyOf = ({ seatId, applicationId }: CorrectionsView['sheets'][number]): string => `${seatId} ${applicationId}`;

function Tell({ callId, stageKey, sheets }: Omit<CorrectionsProps, 'mine'> & { readonly sheets: CorrectionsView['sheets'] }) {
  const t = useTexts(correctionsTexts);
  const [chosen, setChosen] = useState('');
  // Sheets are read anew while this stands open: the choice goes by the sheet, not by its place.
  const told = sheets.find((sheet) => keyOf(sheet) === chosen) ?? sheets[0]!;
  const tell = useCommand<string, unknown>({
    run: (reason, key) => api.correctionsTell({ path: { callId, stageKey }, body: { seatId: told.seatId, applicationId: told.applicationId, reason }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']],
  });
  return (
    <ActDialog label={t('tell')} kind="secondary" reason={{ label: t('reason'), least: 2 }} onAct={(reason) => tell.mutateAsync(reason)}>
      <p>{t('tell_what')}</p>
      <div className="field">
        <label htmlFor="told-sheet">{t('sheet')}</label>
        <select id="told-sheet" className="input" value={keyOf(told)} onChange={(event) => setChosen(event.target.value)}>
          {sheets.map((sheet) => <option key={keyOf(sheet)} value={keyOf(sheet)}>{sheet.label}</option>)}
        </select>
      </div>
    </ActDialog>
  );
}

function Correction({ one, mine }: { readonly one: CorrectionView; readonly mine: boolean }) {
  const t = useTexts(correctionsTexts);
  return (
    <li>
      <h3>
        <Alias name={one.alias} /> {one.judgeName} · {one.projectName} <span className="quiet figures">{one.number}</span>
      </h3>
      <p>{one.reason}</p>
      <p className="quiet">
        {t('told', { name: one.toldBy })} <Instant at={one.toldAt} zone={false} />
      </p>
      <p className={one.decidedAt ? 'quiet' : 'tone-waiting'}>
        <Decided one={one} />
      </p>
      {one.decidedAt ? null : <Moved moved={one.moved} />}
      <Around one={one} />
      {mine && one.decidedAt === null ? <Decide one={one} /> : null}
    </li>
  );
}

const WORDS = { sealed_again: 'granted', joined_later: 'joined', reopened: 'reopened' } as const;

/** Whom it lets into a next stage that has begun, and who stays there all the same. */
function Around({ one }: { readonly one: CorrectionView }) {
  const t = useTexts(correctionsTexts);
  const join = useJoin();
  const named = (list: CorrectionView['joins']) => join(list.map(({ number, projectName }) => `${projectName} ${number}`));
  const done = one.decidedAt !== null;
  if (one.joins.length + one.stays.length === 0) return null;
  return (
    <>
      {one.joins.length > 0 ? <p><span className="quiet">{t(done ? 'has_joined' : 'would_join')}</span> {named(one.joins)}</p> : null}
      {one.stays.length > 0 ? <p><span className="quiet">{t(done ? 'has_stayed' : 'would_stay')}</span> {named(one.stays)}</p> : null}
      {done && one.joins.length > 0 ? <p className="quiet">{t('join_next')}</p> : null}
    </>
  );
}

function Decided({ one }: { readonly one: CorrectionView }) {
  const t = useTexts(correctionsTexts);
  if (one.decidedAt === null) return t('waits');
  const key = one.granted ? WORDS[one.effect ?? 'sealed_again'] : 'refused';
  return (
    <>
      {t(key, { name: one.decidedBy ?? '', count: one.joins.length })} <Instant at={one.decidedAt} zone={false} /> {one.note}
    </>
  );
}

function Moved({ moved }: { readonly moved: readonly MovedRankView[] }) {
  const t = useTexts(correctionsTexts);
  if (moved.length === 0) return <p>{t('would_none')}</p>;
  return (
    <>
      <p>{t('would')}</p>
      <ul className="corrections-moved">
        {moved.map(({ number, projectName, before, after, totalBefore, totalAfter }) => (
          <li key={number} className="figures">
            {projectName} <span className="quiet">{number}</span> {after === null ? t('rank_lost', { before: before ?? '–' }) : t('rank', { before: before ?? '–', after })}
            {totalAfter === null ? null : <span className="quiet"> {t('score', { before: totalBefore ?? '–', after: totalAfter })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Decide({ one }: { readonly one: CorrectionView }) {
  const t = useTexts(correctionsTexts);
  const say = useSay();
  const decide = useCommand<{ granted: boolean; note: string }, unknown>({ run: ({ granted, note }, key) => api.correctionsDecide({ path: { id: one.id }, body: { granted, note }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  return (
    <p className="panel-tools">
      <ActDialog label={t('grant')} refusal={one.refusal && say(one.refusal)} reason={{ label: t('note'), least: 2 }} onAct={(note) => decide.mutateAsync({ granted: true, note })}>
        <p>{t('grant_what')}</p>
      </ActDialog>
      <ActDialog label={t('refuse')} kind="secondary" reason={{ label: t('note'), least: 2 }} onAct={(note) => decide.mutateAsync({ granted: false, note })} />
    </p>
  );
}
