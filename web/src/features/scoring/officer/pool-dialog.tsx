import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { api, useCommand, type PoolMemberView } from '../../../api/index.js';
import { Empty, ErrorNote, Icon, useJoin, useTexts } from '../../../ui/index.js';
import { poolQuery } from '../queries.js';
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
  const { data: pool, error } = useQuery(poolQuery(place.callId));
  const name = useCommand<string, unknown>({ run: (accountId, key) => api.seatsName({ path: { ...place }, body: { accountId }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  return (
    <Modal open width={760} title={t('name_judge')} footer={null} onCancel={onClose}>
      {error ? <ErrorNote error={error} /> : null}
      {name.isError ? <ErrorNote error={name.error} /> : null}
      {pool?.length === 0 ? <Empty small why={t('pool_empty')} what={t('pool_empty_what')} /> : null}
      {pool && pool.length > 0 ? (
        <table className="scoring-table">
          <thead>
            <tr>
              <th scope="col">{t('judge')}</th>
              <th scope="col">{t('places')}</th>
              <th scope="col">{t('roles')}</th>
              <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {pool.map((person) => (
              <Person key={person.id} person={person} seated={seated.includes(person.id)} busy={name.isPending && name.variables === person.id} onSeat={() => name.mutate(person.id)} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Modal>
  );
}

function Person({ person, seated, busy, onSeat }: { readonly person: PoolMemberView; readonly seated: boolean; readonly busy: boolean; readonly onSeat: () => void }) {
  const t = useTexts(officerTexts);
  const join = useJoin();
  return (
    <tr>
      <th scope="row">
        {person.name}
        {person.ownApplications.length > 0 ? (
          <span className="tone-late pool-own">
            <Icon name="alert" /> {t('own', { projects: join(person.ownApplications) })}
          </span>
        ) : null}
      </th>
      <td>{join(person.places)}</td>
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
