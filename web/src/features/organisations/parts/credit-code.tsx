import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Icon, useSay, useTexts } from '../../../ui/index.js';
import { creditCodeQuery } from '../queries-own.js';
import type { ProfileFields } from '../profile-model.js';
import { ownTexts } from '../texts-own.js';
import { ProfileText } from './fields.js';

/** The code with what the platform can tell of it at once: its check characters, and whether somebody has it. */
export function CreditCode({ ownId }: { readonly ownId: string | undefined }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const { setValue, getValues } = useFormContext<ProfileFields>();
  const [typed, kind] = useWatch<ProfileFields, ['creditCode', 'kind']>({ name: ['creditCode', 'kind'] });
  const code = useDeferredValue(typed.trim());
  const found = useQuery(creditCodeQuery(code)).data;
  const wellFormed = found?.wellFormed ? found.code : null;
  useEffect(() => {
    // The registrar's division is the place of registration, unless somebody has said otherwise.
    if (wellFormed && getValues('territoryCode') === '') setValue('territoryCode', wellFormed.slice(2, 8), { shouldValidate: true });
  }, [wellFormed, getValues, setValue]);
  const taken = found?.organisation && found.organisation.id !== ownId ? found.organisation.name : null;
  return (
    <div>
      <ProfileText name="creditCode" label={t('credit_code')} hint={t('credit_code_hint')} maxLength={40} autoComplete="off" check={(value) => (value === '' && kind !== 'community_group' ? t('need_code') : undefined)} />
      <div role="status" className="code-told">
        {taken ? <Told tone="late" icon="alert" text={t('credit_code_taken', { name: taken })} /> : null}
        {found?.remarks.map((remark) => <Told key={remark.code} tone="waiting" icon="alert" text={say(remark.sentence)} />)}
        {found?.wellFormed && found.remarks.length === 0 && !taken ? <Told tone="done" icon="check" text={t('credit_code_sound')} /> : null}
      </div>
    </div>
  );
}

function Told({ tone, icon, text }: { readonly tone: 'late' | 'waiting' | 'done'; readonly icon: 'alert' | 'check'; readonly text: string }) {
  return (
    <p className={`code-line tone-${tone}`}>
      <Icon name={icon} />
      {text}
    </p>
  );
}
