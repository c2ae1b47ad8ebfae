import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTexts } from '../../../ui/index.js';
import { organisersQuery } from '../queries-desk.js';
import { GIVEN_ROLES, type GivenRole } from '../roles.js';
import { deskTexts } from '../texts-desk.js';

export interface RoleWanted {
  readonly role: GivenRole | null;
  readonly nodeId: string;
}

interface RoleChoiceProps {
  readonly wanted: RoleWanted;
  readonly tried: boolean;
  readonly onChange: (wanted: RoleWanted) => void;
}

/** Which role, at which organiser; every role says what it may do. */
export function RoleChoice({ wanted, tried, onChange }: RoleChoiceProps) {
  const t = useTexts(deskTexts);
  const field = useId();
  const organisers = useQuery(organisersQuery);
  return (
    <>
      <fieldset className="field" style={{ border: 0, padding: 0, margin: 0, maxWidth: 'none' }}>
        <legend className="field-label">{t('role')}</legend>
        <div className="role-choice">
          {GIVEN_ROLES.map((role) => (
            <label key={role}>
              <input type="radio" name={field} checked={wanted.role === role} onChange={() => onChange({ ...wanted, role })} />
              <strong>{t(`role_${role}`)}</strong>
              <span className="may">{t(`may_${role}`)}</span>
            </label>
          ))}
        </div>
        {tried && !wanted.role ? <span className="wrong">{t('choose_role')}</span> : null}
      </fieldset>
      <div className="field">
        <label htmlFor={`${field}-place`}>{t('place')}</label>
        <select id={`${field}-place`} className="input" value={wanted.nodeId} onChange={(event) => onChange({ ...wanted, nodeId: event.target.value })}>
          <option value="">—</option>
          {organisers.data?.map(({ id, name, path }) => (
            <option key={id} value={id}>
              {'　'.repeat(path.split('.').length - 2)}
              {name}
            </option>
          ))}
        </select>
        {tried && !wanted.nodeId ? <span className="wrong">{t('choose_place')}</span> : null}
      </div>
    </>
  );
}
