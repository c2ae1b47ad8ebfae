import { useState } from 'react';
import { api, useCommand, type ExpertProfileView, type ExpertTieBody, type ExpertTieView } from '../../../api/index.js';
import { ActDialog, ErrorNote, TextField, useMarks, useTexts } from '../../../ui/index.js';
import { TIES } from './profile-model.js';
import { profileTexts } from './profile-texts.js';

type Kind = ExpertTieBody['kind'];

/** How ties are kept: by the expert herself, or by an officer who has learnt of one. */
export interface TiesDoor {
  readonly add: (tie: ExpertTieBody, key: string) => Promise<unknown>;
  readonly withdraw: (tieId: string, reason: string, key: string) => Promise<unknown>;
  readonly refresh: readonly string[];
}

const OWN: TiesDoor = {
  add: (body, key) => api.ownExpertDeclare({ body, headers: { 'Idempotency-Key': key } }),
  withdraw: (tieId, reason, key) => api.ownExpertWithdraw({ path: { tieId }, body: { reason }, headers: { 'Idempotency-Key': key } }),
  refresh: ['judging', 'profile'],
};

/** Ties to organisations: declared once, considered in every call. */
export function TiesPart({ profile, door = OWN }: { readonly profile: ExpertProfileView; readonly door?: TiesDoor }) {
  const t = useTexts(profileTexts);
  return (
    <section className="expert-ties">
      <h2>{t('ties')}</h2>
      <p className="quiet">{t(door === OWN ? 'ties_what' : 'ties_what_staff')}</p>
      {profile.ties.length === 0 ? <p className="quiet">{t('ties_none')}</p> : null}
      <ul>
        {profile.ties.map((tie) => (
          <Tie key={tie.id} tie={tie} door={door} />
        ))}
      </ul>
      <Declare door={door} />
    </section>
  );
}

function Tie({ tie, door }: { readonly tie: ExpertTieView; readonly door: TiesDoor }) {
  const t = useTexts(profileTexts);
  const withdraw = useCommand<string, unknown>({ run: (reason, key) => door.withdraw(tie.id, reason, key), refresh: [door.refresh] });
  const days = [tie.since, tie.until].filter(Boolean).join(' – ');
  return (
    <li>
      <span>
        <strong>{tie.organisationName}</strong> {t(`t_${tie.kind as Kind}`)}
        {tie.personName ? ` ${tie.personName}` : ''} <span className="quiet figures">{days}</span>
        {tie.source === 'self' ? null : <span className="quiet"> {t(tie.source === 'staff' ? 'tie_staff' : 'tie_platform')}</span>}
      </span>
      {tie.mine ? <ActDialog label={t('tie_withdraw')} kind="secondary" reason={{ label: t('tie_withdraw_why'), least: 2 }} onAct={(reason) => withdraw.mutateAsync(reason)} /> : null}
    </li>
  );
}

function Declare({ door }: { readonly door: TiesDoor }) {
  const marks = useMarks();
  const t = useTexts(profileTexts);
  const [tie, setTie] = useState({ kind: 'employed' as Kind, organisationName: '', personName: '', since: '', until: '' });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<typeof tie>) => setTie((before) => ({ ...before, ...part }));
  const declare = useCommand<void, unknown>({
    run: (_, key) => door.add(bodyOf(tie), key), refresh: [door.refresh],
    onDone: () => {
      setTie({ kind: 'employed', organisationName: '', personName: '', since: '', until: '' });
      setTried(false);
    },
  });
  const lacking = tie.organisationName.trim() === '' || (tie.kind === 'family' && tie.personName.trim() === '');
  const send = () => {
    setTried(true);
    if (!lacking && !declare.isPending) declare.mutate();
  };
  return (
    <form className="expert-declare" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div className="field">
        <label htmlFor="tie-kind">{t('tie_kind')}</label>
        <select id="tie-kind" className="input" value={tie.kind} onChange={(event) => change({ kind: event.target.value as Kind })}>
          {TIES.map((one) => <option key={one} value={one}>{t(`t_${one}`)}</option>)}
        </select>
      </div>
      <TextField label={t('tie_organisation')} value={tie.organisationName} onChange={(event) => change({ organisationName: event.target.value })} />
      {tie.kind === 'family' ? <TextField label={t('tie_person')} value={tie.personName} onChange={(event) => change({ personName: event.target.value })} /> : null}
      <div className="expert-days">
        <TextField label={t('tie_since') + marks.aside(t('optional'))} type="date" value={tie.since} onChange={(event) => change({ since: event.target.value })} />
        <TextField label={t('tie_until') + marks.aside(t('optional'))} type="date" value={tie.until} onChange={(event) => change({ until: event.target.value })} />
      </div>
      {tried && lacking ? <p className="wrong">{t('tie_incomplete')}</p> : null}
      {declare.error ? <ErrorNote error={declare.error} /> : null}
      <button type="submit" className="button" aria-disabled={declare.isPending}>{t(door === OWN ? 'tie_add' : 'tie_add_staff')}</button>
    </form>
  );
}

const bodyOf = ({ kind, organisationName, personName, since, until }: { kind: Kind; organisationName: string; personName: string; since: string; until: string }): ExpertTieBody => ({
  kind, organisationName: organisationName.trim(), ...(kind === 'family' ? { personName: personName.trim() } : {}), ...(since ? { since } : {}), ...(until ? { until } : {}),
});
