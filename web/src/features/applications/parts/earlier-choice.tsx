import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useSay, useTexts } from '../../../ui/index.js';
import { myApplicationsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';

interface EarlierChoiceProps {
  readonly organisationId: string;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Whoever has applied before need not write it all again. */
export function EarlierChoice({ organisationId, chosen, onChoose }: EarlierChoiceProps) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const id = useId();
  const mine = useQuery(myApplicationsQuery).data?.filter((row) => row.organisationId === organisationId && row.leads) ?? [];
  if (mine.length === 0) return null;
  return (
    <fieldset>
      <legend>
        <label htmlFor={id}>{t('start_copy')}</label>
      </legend>
      <p className="quiet">{t('start_copy_lead')}</p>
      <select id={id} className="input" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('start_copy_none')}</option>
        {mine.map((row) => (
          <option key={row.id} value={row.id}>
            {t('start_copy_of', { project: row.projectName || t('unnamed'), call: say(row.callTitle) })}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
