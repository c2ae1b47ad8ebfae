import { useState } from 'react';
import { api, useCommand, type ExpertProfileView } from '../../../api/index.js';
import { ErrorNote, PlaceField, TextField, useMarks, useTexts } from '../../../ui/index.js';
import { bodyOf, draftOf, OCCUPATIONS, type Draft } from './profile-model.js';
import { profileTexts } from './profile-texts.js';

/** What an expert says of herself, in one form. */
export function ProfileForm({ profile, saved, onSaved }: { readonly profile: ExpertProfileView; readonly saved: boolean; readonly onSaved: () => void }) {
  const marks = useMarks();
  const t = useTexts(profileTexts);
  const [draft, setDraft] = useState(() => draftOf(profile));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useCommand<void, unknown>({ run: (_, key) => api.ownExpertSave({ body: bodyOf(draft, profile.version), headers: { 'Idempotency-Key': key } }), refresh: [['judging', 'profile']], onDone: onSaved });
  const text = (key: 'employer' | 'employerCode' | 'title' | 'topics' | 'phone' | 'address', label: string, more: { hint?: string; required?: boolean; inputMode?: 'numeric' | 'tel' } = {}) => (
    <TextField label={more.required ? label : label + marks.aside(t('optional'))} value={draft[key]} onChange={(event) => change({ [key]: event.target.value })} {...more} />
  );
  return (
    <form className="expert-form" onSubmit={(event) => { event.preventDefault(); if (!save.isPending) save.mutate(); }}>
      {text('employer', t('employer'), { required: true })}
      <div className="field">
        <label htmlFor="occupation">{t('occupation')}</label>
        <select id="occupation" className="input" value={draft.occupation} onChange={(event) => change({ occupation: event.target.value as Draft['occupation'] })}>
          {OCCUPATIONS.map((one) => <option key={one} value={one}>{t(`occ_${one}`)}</option>)}
        </select>
      </div>
      {text('title', t('position'), { required: true })}
      {text('topics', t('topics'), { required: true, hint: t('topics_hint') })}
      <Languages chosen={draft.languages} onChange={(languages) => change({ languages })} />
      <PlaceField label={t('territory') + marks.aside(t('optional'))} hint={t('territory_hint')} value={draft.territoryCode} onChange={(territoryCode) => change({ territoryCode })} />
      <TextField label={t('most') + marks.aside(t('optional'))} type="number" min={1} max={1000} inputMode="numeric" value={draft.most} onChange={(event) => change({ most: event.target.value })} />
      {text('employerCode', t('employer_code'))}
      {text('phone', t('phone'), { inputMode: 'tel' })}
      {text('address', t('address'))}
      <Away days={draft.away} onChange={(away) => change({ away })} />
      {save.error ? <ErrorNote error={save.error} /> : null}
      <p className="expert-save">
        <button type="submit" className="button primary big" aria-disabled={save.isPending}>{t('save')}</button>
        {saved ? <span className="tone-done done-word" role="status">{t('saved')}</span> : null}
      </p>
    </form>
  );
}

function Languages({ chosen, onChange }: { readonly chosen: readonly string[]; readonly onChange: (languages: readonly string[]) => void }) {
  const t = useTexts(profileTexts);
  const toggle = (one: string) => onChange(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  return (
    <fieldset className="field expert-choices">
      <legend>{t('languages')}</legend>
      {(['zh', 'en'] as const).map((one) => (
        <label key={one}>
          <input type="checkbox" checked={chosen.includes(one)} onChange={() => toggle(one)} /> {t(`lang_${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Away({ days, onChange }: { readonly days: Draft['away']; readonly onChange: (days: Draft['away']) => void }) {
  const t = useTexts(profileTexts);
  const put = (at: number, part: Partial<Draft['away'][number]>) => onChange(days.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="field expert-away">
      <legend>{t('away')}</legend>
      {days.map(({ from, until }, at) => (
        <p key={at}>
          <label>{t('away_from')} <input className="input" type="date" required value={from} onChange={(event) => put(at, { from: event.target.value })} /></label>
          <label>{t('away_until')} <input className="input" type="date" required value={until} min={from} onChange={(event) => put(at, { until: event.target.value })} /></label>
          <button type="button" className="link-button" onClick={() => onChange(days.filter((_, place) => place !== at))}>{t('remove')}</button>
        </p>
      ))}
      <button type="button" className="button" onClick={() => onChange([...days, { from: '', until: '' }])}>{t('away_add')}</button>
    </fieldset>
  );
}
