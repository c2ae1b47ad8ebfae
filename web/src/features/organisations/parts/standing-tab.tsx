import { useState } from 'react';
import { api, serverNow, useCommand, type BanView, type DebarmentBody, type StandingView } from '../../../api/index.js';
import { ActionButton, Empty, ErrorNote, formatInstant, StatusMark, TextAreaField, TextField, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_STAFF } from '../queries-staff.js';
import { staffTexts } from '../texts-staff.js';
import { ReasonAct } from './reason-act.js';

interface StandingTabProps {
  readonly organisationId: string;
  readonly standing: StandingView;
}

/** Stop and resume, and the bans with their days. */
export function StandingTab({ organisationId, standing }: StandingTabProps) {
  const t = useTexts(staffTexts);
  const say = useSay();
  const refusal = standing.refusal ? say(standing.refusal) : null;
  return (
    <>
      <StopPart organisationId={organisationId} standing={standing} refusal={refusal} />
      <section className="org-part" aria-labelledby="bans">
        <h2 id="bans">{t('bans')}</h2>
        {standing.bans.length === 0 ? <Empty small why={t('bans_none')} what={t('bans_none_do')} /> : null}
        {standing.bans.map((ban) => (
          <Ban key={ban.id} organisationId={organisationId} ban={ban} refusal={refusal} />
        ))}
        <AddBan organisationId={organisationId} refusal={refusal} />
      </section>
    </>
  );
}

function StopPart({ organisationId, standing, refusal }: StandingTabProps & { readonly refusal: string | null }) {
  const t = useTexts(staffTexts);
  const stopped = standing.stopReason !== null;
  const change = useCommand<string>({
    run: (reason, key) => (stopped ? api.organisationStaffResume : api.organisationStaffStop)({ path: { id: organisationId }, body: { reason }, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_STAFF,
  });
  return (
    <section className="org-part" aria-labelledby="stop">
      <h2 id="stop">{t('stop_title')}</h2>
      <div className="org-card">
        {stopped ? (
          <p>
            <StatusMark tone="late" word={t('stopped_since', { day: formatInstant(new Date(standing.stoppedAt ?? 0), 'day') })} /> {standing.stopReason}
          </p>
        ) : (
          <p className="quiet">{t('stop_what')}</p>
        )}
        {stopped ? (
          <ReasonAct key="resume" action={t('resume')} label={t('resume_reason')} refusal={refusal} busy={change.isPending} error={change.error} onReason={(reason) => change.mutate(reason)} />
        ) : (
          <ReasonAct key="stop" action={t('stop')} label={t('stop_reason')} hint={t('stop_hint')} kind="danger" refusal={refusal} busy={change.isPending} error={change.error} onReason={(reason) => change.mutate(reason)} />
        )}
      </div>
    </section>
  );
}

function Ban({ organisationId, ban, refusal }: { readonly organisationId: string; readonly ban: BanView; readonly refusal: string | null }) {
  const t = useTexts(staffTexts);
  const lift = useCommand<string>({
    run: (reason, key) => api.organisationStaffLift({ path: { id: organisationId, debarmentId: ban.id }, body: { reason }, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_STAFF,
  });
  return (
    <div className="org-card">
      <p>
        <strong className="figures">
          {ban.fromDay} – {ban.untilDay}
        </strong>{' '}
        {ban.basis}
        <span className="quiet"> · {t('ban_by', { who: ban.decidedBy })}</span>
      </p>
      {ban.liftedAt ? (
        <StatusMark tone="quiet" word={t('ban_lifted', { day: formatInstant(new Date(ban.liftedAt), 'day') })} />
      ) : (
        <ReasonAct action={t('ban_lift')} label={t('ban_lift_reason')} refusal={refusal} busy={lift.isPending} error={lift.error} onReason={(reason) => lift.mutate(reason)} />
      )}
    </div>
  );
}

function AddBan({ organisationId, refusal }: { readonly organisationId: string; readonly refusal: string | null }) {
  const t = useTexts(staffTexts);
  const [open, setOpen] = useState(false);
  const [given, setGiven] = useState(() => ({ fromDay: formatInstant(new Date(serverNow()), 'day'), untilDay: '', basis: '' }));
  const [tried, setTried] = useState(false);
  const add = useCommand<DebarmentBody>({
    run: (body, key) => api.organisationStaffDebar({ path: { id: organisationId }, body, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_STAFF,
    onDone: () => setOpen(false),
  });
  const days = given.fromDay !== '' && given.untilDay >= given.fromDay;
  const basis = [...given.basis.trim()].length >= 4;
  const set = (name: keyof typeof given) => (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value });
  if (!open) {
    return (
      <div style={{ marginTop: 12 }}>
        <ActionButton kind="secondary" refusal={refusal} onAct={() => setOpen(true)} icon="plus">
          {t('ban_add')}
        </ActionButton>
      </div>
    );
  }
  return (
    <div className="org-card">
      <div className="days">
        <TextField label={t('ban_from')} type="date" value={given.fromDay} onChange={set('fromDay')} />
        <TextField label={t('ban_until')} type="date" value={given.untilDay} onChange={set('untilDay')} wrong={tried && !days ? t('need_days') : undefined} />
      </div>
      <TextAreaField label={t('ban_basis')} hint={t('ban_basis_hint')} value={given.basis} maxLength={500} onChange={set('basis')} wrong={tried && !basis ? t('need_reason') : undefined} />
      <div className="row">
        <ActionButton kind="danger" busy={add.isPending} onAct={() => (setTried(true), days && basis ? add.mutate({ ...given, basis: given.basis.trim() }) : undefined)}>
          {t('ban_add')}
        </ActionButton>
        <button type="button" className="button plain" onClick={() => setOpen(false)}>
          {t('keep')}
        </button>
      </div>
      {add.error ? <ErrorNote error={add.error} /> : null}
    </div>
  );
}
