import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { api, useCommand, type OwnEffortView, type RulebookForm } from '../../../api/index.js';
import { ErrorNote, TextAreaField, TextField, useSay, useTexts } from '../../../ui/index.js';
import { effortQuery } from '../queries-together.js';
import { effortTexts } from '../texts-effort.js';
import '../together/together.css';

/** At the end of the form: how hard it was, how long it took, what could be better. */
export function Survey({ id, form }: { readonly id: string; readonly form: RulebookForm }) {
  const t = useTexts(effortTexts);
  const effort = useQuery({ ...effortQuery(id), retry: false });
  if (!effort.data) return null;
  return (
    <section className="survey no-print">
      <h2>{t('title')}</h2>
      <p className="quiet">
        {t('lead')} {effort.data.minutes > 0 ? t('measured', { minutes: effort.data.minutes }) : ''}
      </p>
      <SurveyForm id={id} form={form} given={effort.data} />
    </section>
  );
}

const EASE = [1, 2, 3, 4, 5] as const;

function SurveyForm({ id, form, given }: { readonly id: string; readonly form: RulebookForm; readonly given: OwnEffortView }) {
  const t = useTexts(effortTexts);
  const say = useSay();
  const hardestId = useId();
  const [ease, setEase] = useState(given.ease);
  const [hours, setHours] = useState(given.hours === null ? '' : String(given.hours));
  const [hardest, setHardest] = useState(given.hardest ?? '');
  const [remark, setRemark] = useState(given.remark ?? '');
  const [asked, setAsked] = useState(false);
  const sending = useCommand({
    run: () => api.writingRecordAnswer({ path: { id }, body: { ease: ease ?? 3, ...(hours.trim() ? { hours: Number(hours.trim()) } : {}), ...(hardest ? { hardest } : {}), ...(remark.trim() ? { remark: remark.trim() } : {}) } }),
    refresh: [effortQuery(id).queryKey],
  });
  const wrongHours = hours.trim() !== '' && !/^\d{1,4}$/.test(hours.trim());
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (ease !== null && !wrongHours && !sending.isPending) sending.mutate();
  };
  return (
    <form onSubmit={send} noValidate>
      <fieldset>
        <legend>{t('ease')}</legend>
        <div className="ease">
          {EASE.map((one) => (
            <label key={one} className="option">
              <input type="radio" name="ease" checked={ease === one} onChange={() => setEase(one)} />
              {t(`ease_${one}`)}
            </label>
          ))}
        </div>
        {asked && ease === null ? <p className="tone-late" role="alert">{t('choose')}</p> : null}
      </fieldset>
      <TextField label={t('hours')} inputMode="numeric" autoComplete="off" value={hours} wrong={asked && wrongHours ? t('hours_wrong') : undefined} onChange={(event) => setHours(event.target.value)} />
      <div className="field">
        <label htmlFor={hardestId}>{t('hardest')}</label>
        <select id={hardestId} className="input" value={hardest} onChange={(event) => setHardest(event.target.value)}>
          <option value="">{t('none')}</option>
          {form.sections.map(({ key, title }) => (
            <option key={key} value={key}>
              {say(title)}
            </option>
          ))}
        </select>
      </div>
      <TextAreaField label={t('remark')} maxLength={2000} value={remark} onChange={(event) => setRemark(event.target.value)} />
      <p role="status" className="status-mark tone-done">
        {sending.isSuccess ? t('thanks') : null}
      </p>
      {sending.error ? <ErrorNote error={sending.error} kept={t('kept')} /> : null}
      <button type="submit" className="button" aria-disabled={sending.isPending}>
        {t('send')}
      </button>
    </form>
  );
}
