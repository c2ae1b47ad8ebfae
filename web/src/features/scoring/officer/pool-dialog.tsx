import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { InputNumber, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { api, useCommand, type PoolMemberView, serverNow } from '../../../api/index.js';
import { Empty, ErrorNote, Icon, useJoin, useTexts } from '../../../ui/index.js';
import { ScoringTable } from '../scoring-table.js';
import { invitationsQuery, poolQuery } from '../queries.js';
import { invitationTexts } from './invitation-texts.js';
import { officerTexts } from './officer-texts.js';

export interface PanelPlace {
  readonly callId: string;
  readonly stageKey: string;
  readonly blocKey: string;
}

interface PoolDialogProps {
  readonly place: PanelPlace;
  readonly seated: readonly string[];
  readonly onClose: () => void;
}

/** The pool with where each is from, and whether she belongs to an applicant. */
export function PoolDialog({ place, seated, onClose }: PoolDialogProps) {
  const t = useTexts(officerTexts);
  const ti = useTexts(invitationTexts);
  const { data: pool, error } = useQuery(poolQuery(place.callId));
  const { data: invitations } = useQuery(invitationsQuery(place.callId));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const asked = (id: string) => (invitations ?? []).some(({ accountId, stageKey, blocKey, status }) => accountId === id && stageKey === place.stageKey && blocKey === place.blocKey && status === 'invited');
  const toggle = (id: string) => setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const name = useCommand<string, unknown>({ run: (accountId, key) => api.seatsName({ path: { ...place }, body: { accountId }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  return (
    <Modal open width={760} title={t('name_judge')} footer={null} onCancel={onClose}>
      {error ? <ErrorNote error={error} /> : null}
      <Invite place={place} chosen={chosen} onInvited={() => setChosen([])} />
      {name.isError ? <ErrorNote error={name.error} /> : null}
      {!pool && !error ? <p className="quiet" role="status">{t('loading')}</p> : null}
      {pool?.length === 0 ? <Empty small why={t('pool_empty')} what={t('pool_empty_what')} /> : null}
      {pool && pool.length > 0 ? (
        <ScoringTable>
          <thead>
            <tr>
              <th scope="col">{t('judge')}</th>
              <th scope="col">{ti('from')}</th>
              <th scope="col">{ti('duties')}</th>
              <th scope="col">{t('roles')}</th>
              <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {pool.map((person) => (
              <Person key={person.id} person={person} chosen={chosen.includes(person.id)} asked={asked(person.id)} onChoose={() => toggle(person.id)} seated={seated.includes(person.id)} busy={name.isPending && name.variables === person.id} onSeat={() => name.mutate(person.id)} />
            ))}
          </tbody>
        </ScoringTable>
      ) : null}
    </Modal>
  );
}

/** Asks the chosen ones; whoever accepts takes her seat by herself. */
function Invite({ place, chosen, onInvited }: { readonly place: PanelPlace; readonly chosen: readonly string[]; readonly onInvited: () => void }) {
  const t = useTexts(invitationTexts);
  const [days, setDays] = useState(3);
  // One instant for all presses: pressed again after a lost answer it must be the same invitation.
  const replyBy = useMemo(() => new Date(serverNow() + days * 86_400_000).toISOString(), [chosen, days]);
  const invite = useCommand<void, unknown>({
    run: (_, key) => api.invitationsInvite({ path: { ...place }, body: { accountIds: [...chosen], replyBy }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: onInvited,
  });
  return (
    <>
      <div className="pool-invite">
        <label htmlFor="reply-days">{t('days')}</label>
        <InputNumber id="reply-days" min={1} max={30} precision={0} value={days} onChange={(value) => setDays(value ?? 3)} />
        <button type="button" className="button primary" aria-disabled={chosen.length === 0 || invite.isPending} onClick={() => (chosen.length === 0 || invite.isPending ? undefined : invite.mutate())}>
          {chosen.length === 0 ? t('choose') : t('invite', { count: chosen.length })}
        </button>
        {invite.isSuccess ? <span className="tone-done done-word" role="status">{t('invited')}</span> : null}
      </div>
      {invite.error ? <ErrorNote error={invite.error} /> : null}
    </>
  );
}

interface PersonProps {
  readonly person: PoolMemberView;
  readonly seated: boolean;
  readonly chosen: boolean;
  readonly asked: boolean;
  readonly busy: boolean;
  readonly onSeat: () => void;
  readonly onChoose: () => void;
}

function Person({ person, seated, chosen, asked, busy, onSeat, onChoose }: PersonProps) {
  const t = useTexts(officerTexts);
  const ti = useTexts(invitationTexts);
  const join = useJoin();
  return (
    <tr>
      <th scope="row">
        <label className="pool-pick">
          <input type="checkbox" checked={chosen} disabled={seated || asked} aria-label={ti('pick', { name: person.name })} onChange={onChoose} /> {person.name}
        </label>
        {asked ? <span className="quiet"> {ti('asked')}</span> : null}{' '}
        <Link to="/desk/experts/$accountId" params={{ accountId: person.id } as never} className="link-button">{ti('profile')}</Link>
        {person.ownApplications.length > 0 ? (
          <span className="tone-late pool-own">
            <Icon name="alert" /> {t('own', { projects: join(person.ownApplications) })}
          </span>
        ) : null}
      </th>
      <td>
        {person.employer ?? <span className="quiet">{ti('no_profile')}</span>}
        <span className="pool-more quiet">{join(person.topics.length > 0 ? person.topics : person.places)}</span>
        {person.barred ? <span className="pool-more tone-late">{ti('barred')}</span> : null}
      </td>
      <td className="figures">
        {person.duties}
        {person.performance === null ? null : <span className={`pool-more ${person.performance < 60 ? 'tone-late' : 'quiet'}`}>{ti('performance', { score: person.performance })}</span>}
      </td>
      <td>{join(person.roles.map((role) => t(`role_${role}`)))}</td>
      <td className="right">
        {seated ? (
          <span className="quiet">{t('seated')}</span>
        ) : (
          <button type="button" className="button" aria-disabled={busy} onClick={() => (busy ? undefined : onSeat())}>
            {t('seat')}
          </button>
        )}
      </td>
    </tr>
  );
}
