import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type ConflictFindingView, type PinConflictBody, type ProgressView } from '../../../api/index.js';
import { Empty, ErrorNote, Icon, Instant, useSay, useTexts } from '../../../ui/index.js';
import { conflictCheckQuery } from '../queries.js';
import { AnotherConflict } from './another-conflict.js';
import { checkTexts } from './check-texts.js';
import { ConflictPath } from './conflict-path.js';
import { ReasonModal } from './reason-modal.js';

interface CheckProps {
  readonly callId: string;
  readonly stageKey: string;
  readonly mine: boolean;
  readonly progress: ProgressView;
}

const SHOWN = 20;

/** What the platform has found between the whole pool and the applications; nobody was asked or told for it. */
export function ConflictCheck({ callId, stageKey, mine, progress }: CheckProps) {
  const t = useTexts(checkTexts);
  const { data, error, refetch } = useQuery(conflictCheckQuery(callId, stageKey));
  const [all, setAll] = useState(false);
  const [pinning, setPinning] = useState<Pinning | null>(null);
  const [naming, setNaming] = useState(false);
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('looking')}</p>;
  const aside = steppedAside(progress);
  const shown = all ? data.findings : data.findings.slice(0, SHOWN);
  return (
    <section className="conflict-check">
      <h2>{t('title')}</h2>
      <p className="quiet figures">{t('what', { experts: data.experts, applications: data.applications })}</p>
      {data.findings.length === 0 ? <Empty small why={t('nothing')} what={t('nothing_what')} /> : null}
      <ul>
        {shown.map((finding) => (
          <Finding key={`${finding.accountId} ${finding.applicationId}`} finding={finding} aside={aside.has(`${finding.accountId} ${finding.applicationId}`)} onPin={mine ? setPinning : undefined} />
        ))}
      </ul>
      {data.findings.length > SHOWN && !all ? <button type="button" className="button" onClick={() => setAll(true)}>{t('show_all', { count: data.findings.length })}</button> : null}
      {mine ? (
        <p className="conflict-another">
          <button type="button" className="button" onClick={() => setNaming(true)}>{t('another')}</button> <span className="quiet">{t('another_what')}</span>
        </p>
      ) : null}
      {naming ? <AnotherConflict callId={callId} applications={progress.applications} onClose={() => setNaming(false)} /> : null}
      {pinning ? <Pin pinning={pinning} onClose={() => setPinning(null)} /> : null}
    </section>
  );
}

/** The pairs in which a judge of the panel does not judge any more: seat and declaration are joined by the seat. */
function steppedAside({ judges, conflicts }: ProgressView): ReadonlySet<string> {
  const accounts = new Map(judges.map(({ id, accountId }) => [id, accountId]));
  return new Set(conflicts.filter(({ verdict }) => verdict === 'has').map(({ seatId, applicationId }) => `${accounts.get(seatId) ?? ''} ${applicationId}`));
}

interface Pinning {
  readonly finding: ConflictFindingView;
  readonly verdict: PinConflictBody['verdict'];
}

const TONES = { block: 'late', doubt: 'waiting', cleared: 'done' } as const;
const ICONS = { block: 'cross', doubt: 'hourglass', cleared: 'check' } as const;

interface FindingProps {
  readonly finding: ConflictFindingView;
  readonly aside: boolean;
  readonly onPin: ((pinning: Pinning) => void) | undefined;
}

function Finding({ finding, aside, onPin }: FindingProps) {
  const t = useTexts(checkTexts);
  const say = useSay();
  const level = finding.level as keyof typeof TONES;
  return (
    <li className={`tone-${TONES[level]}`}>
      <Icon name={ICONS[level]} />
      <div>
        <p className="what">
          {t('pair', { judge: finding.name, project: finding.projectName })} <span className="quiet">{finding.organisationName}</span>
          {finding.seated ? <span className="check-tag">{t('seated')}</span> : null}
        </p>
        <p className="level">
          {t(`level_${level}`)}
          {level === 'block' && finding.seated ? <span className="check-tag">{t(aside ? 'stepped_aside' : 'not_aside')}</span> : null}
        </p>
        {finding.steps.length > 0 ? <ConflictPath finding={finding} /> : <p>{say(finding.why)}</p>}
        {finding.pin ? <PinWord finding={finding} pin={finding.pin} /> : null}
        {onPin ? <Decisions finding={finding} aside={aside} onPin={onPin} /> : null}
      </div>
    </li>
  );
}

/** What an officer may decide here. What the platform has found after a judge began keeps her out only once somebody says so. */
function Decisions({ finding, aside, onPin }: FindingProps & { readonly onPin: (pinning: Pinning) => void }) {
  const t = useTexts(checkTexts);
  const { level, pin, seated } = finding;
  const proposed = pin?.verdict === 'clear' && !pin.inForce;
  const mayPin = level !== 'block' || (seated && !aside) || (proposed && pin.mayConfirm);
  return (
    <p className="judge-note-actions">
      {mayPin ? <button type="button" className="button" onClick={() => onPin({ finding, verdict: 'conflict' })}>{t(proposed ? 'disagree' : 'pin_conflict')}</button> : null}
      {level === 'cleared' || pin?.verdict === 'clear' ? null : <button type="button" className="button" onClick={() => onPin({ finding, verdict: 'clear' })}>{t('pin_clear')}</button>}
    </p>
  );
}

/** What an officer has decided, and the second person's word. */
function PinWord({ finding, pin }: { readonly finding: ConflictFindingView; readonly pin: NonNullable<ConflictFindingView['pin']> }) {
  const t = useTexts(checkTexts);
  const confirm = useCommand<void, unknown>({
    run: (_, key) => api.conflictsConfirm({ body: { accountId: finding.accountId, applicationId: finding.applicationId }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']],
  });
  const word = pin.verdict === 'conflict' ? t('pinned_conflict', { name: pin.setBy, reason: pin.reason }) : t('pinned_clear', { name: pin.setBy, reason: pin.reason });
  return (
    <>
      <p>
        {word} <Instant at={pin.setAt} zone={false} />
        {pin.confirmedBy ? ` · ${t('confirmed_by', { name: pin.confirmedBy })}` : ''}
      </p>
      {pin.inForce ? null : pin.mayConfirm ? (
        <p>
          <button type="button" className="button primary" aria-disabled={confirm.isPending} onClick={() => (confirm.isPending ? undefined : confirm.mutate())}>{t('confirm')}</button>
        </p>
      ) : (
        <p className="tone-waiting waiting-word">{t('waits_second')}</p>
      )}
      {confirm.error ? <ErrorNote error={confirm.error} /> : null}
    </>
  );
}

function Pin({ pinning: { finding, verdict }, onClose }: { readonly pinning: Pinning; readonly onClose: () => void }) {
  const t = useTexts(checkTexts);
  const pin = useCommand<string, unknown>({
    run: (reason, key) => api.conflictsPin({ body: { accountId: finding.accountId, applicationId: finding.applicationId, verdict, reason }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: onClose,
  });
  return (
    <ReasonModal
      title={t('pair', { judge: finding.name, project: finding.projectName })}
      what={verdict === 'conflict' ? t('pin_conflict_what') : t('pin_clear_what')}
      ok={verdict === 'conflict' ? t('pin_conflict') : t('pin_clear')}
      busy={pin.isPending}
      error={pin.error}
      onOk={(reason) => pin.mutate(reason)}
      onClose={onClose}
    />
  );
}
