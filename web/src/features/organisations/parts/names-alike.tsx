import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import { api } from '../../../api/index.js';
import { Icon, useJoin, useTexts } from '../../../ui/index.js';
import type { ProfileFields } from '../profile-model.js';
import { recordTexts } from '../texts-record.js';

/** Said while the name is typed, before the organisation is entered a second time. */
export function NamesAlike() {
  const join = useJoin();
  const t = useTexts(recordTexts);
  const typed = useWatch<ProfileFields, 'name'>({ name: 'name' });
  const name = useDeferredValue(typed.trim());
  const found = useQuery({ queryKey: ['organisations', 'names', name], queryFn: () => api.organisationRecordNames({ query: { name } }), enabled: [...name].length >= 4 });
  return (
    <div role="status" className="code-told">
      {found.data && found.data.length > 0 ? (
        <p className="code-line tone-waiting">
          <Icon name="alert" />
          {t('names_alike', { names: join(found.data.map((other) => other.name)) })}
        </p>
      ) : null}
    </div>
  );
}
