import { useId, type ReactNode } from 'react';
import { useController, useFormContext, type FieldPath } from 'react-hook-form';
import { Icon, PlaceField, TextAreaField, TextField, useTexts } from '../../../ui/index.js';
import type { ProfileFields } from '../profile-model.js';
import { ownTexts } from '../texts-own.js';

type Name = FieldPath<ProfileFields>;

interface Common {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
}

function useWrong(name: Name): string | undefined {
  const { getFieldState, formState } = useFormContext<ProfileFields>();
  const message = getFieldState(name, formState).error?.message;
  return typeof message === 'string' ? message : undefined;
}

/** A text of the profile; `check` answers what is wrong with it. */
export function ProfileText({ name, label, hint, check, ...input }: Common & { readonly check?: (value: string) => string | undefined; readonly type?: string; readonly inputMode?: 'numeric'; readonly maxLength?: number; readonly autoComplete?: string }) {
  const { register } = useFormContext<ProfileFields>();
  return <TextField label={label} hint={hint} wrong={useWrong(name)} {...input} {...register(name, { validate: (value) => check?.(String(value ?? '').trim()) ?? true })} />;
}

export function ProfileArea({ name, label, hint, rows, maxLength }: Common & { readonly rows: number; readonly maxLength: number }) {
  const t = useTexts(ownTexts);
  const { register } = useFormContext<ProfileFields>();
  return <TextAreaField label={label} {...(hint ? { hint } : {})} wrong={useWrong(name)} rows={rows} maxLength={maxLength} {...register(name, { validate: (value) => String(value ?? '').trim() !== '' || t('need', { field: label }) })} />;
}

export function ProfileChoice({ name, label, hint, options, check }: Common & { readonly options: readonly (readonly [value: string, label: string])[]; readonly check?: (value: string) => string | undefined }) {
  const { register } = useFormContext<ProfileFields>();
  const id = useId();
  const wrong = useWrong(name);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${id}-wrong` : hint ? `${id}-hint` : undefined} {...register(name, { validate: (value) => check?.(String(value ?? '')) ?? true })}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {wrong ? <Wrong id={`${id}-wrong`}>{wrong}</Wrong> : null}
    </div>
  );
}

/** A place by name; its code is what the profile holds. */
export function ProfilePlace({ name, label, hint, check }: Common & { readonly check: (code: string) => string | undefined }) {
  const { field } = useController<ProfileFields>({ name, rules: { validate: (value) => check(String(value ?? '')) ?? true } });
  return <PlaceField label={label} {...(hint ? { hint } : {})} value={String(field.value ?? '')} onChange={field.onChange} wrong={useWrong(name)} fieldRef={field.ref} />;
}

export function ProfileTick({ name, label }: Common) {
  const { register } = useFormContext<ProfileFields>();
  return (
    <label className="profile-tick">
      <input type="checkbox" {...register(name)} />
      {label}
    </label>
  );
}

function Wrong({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <span className="wrong" id={id}>
      <Icon name="alert" />
      {children}
    </span>
  );
}
