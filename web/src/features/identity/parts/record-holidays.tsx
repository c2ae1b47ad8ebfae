import { useState } from 'react';
import { api, useCommand, type HolidayNoticeBody } from '../../../api/index.js';
import { ActionButton, ErrorNote, TextAreaField, TextField, useTexts } from '../../../ui/index.js';
import { ADMIN } from '../queries-desk.js';
import { deskTexts } from '../texts-desk.js';

interface Holiday {
  readonly zh: string;
  readonly en: string;
  readonly first: string;
  readonly last: string;
}

const USUAL = [['元旦', 'New Year'], ['春节', 'Spring Festival'], ['清明节', 'Qingming'], ['劳动节', 'Labour Day'], ['端午节', 'Dragon Boat Festival'], ['中秋节', 'Mid-Autumn'], ['国庆节', 'National Day']] as const;

/** One year's notice, typed off the paper; the server names every faulty place. */
export function RecordHolidays({ year: proposed, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const t = useTexts(deskTexts);
  const [head, setHead] = useState({ year: String(proposed), number: '', issuedOn: '', title: '' });
  const [holidays, setHolidays] = useState<readonly Holiday[]>(() => USUAL.map(([zh, en]) => ({ zh, en, first: '', last: '' })));
  const [makeUp, setMakeUp] = useState('');
  const [tried, setTried] = useState(false);
  const record = useCommand<HolidayNoticeBody>({ run: (body, key) => api.programmesRecord({ body, headers: { 'Idempotency-Key': key } }), refresh: [ADMIN], onDone: onClose });
  const notice = noticeOf(head, holidays, makeUp);
  const change = (at: number, patch: Partial<Holiday>) => setHolidays(holidays.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  const set = (name: keyof typeof head) => (event: { target: { value: string } }) => setHead({ ...head, [name]: event.target.value });
  return (
    <section className="desk-card" aria-label={t('record_year')} style={{ marginTop: 16 }}>
      <h2>{t('record_year')}</h2>
      <div className="pair">
        <TextField label={t('year')} inputMode="numeric" value={head.year} onChange={set('year')} />
        <TextField label={t('notice_day')} type="date" value={head.issuedOn} onChange={set('issuedOn')} />
        <TextField label={t('notice_number')} hint={t('notice_number_hint')} value={head.number} maxLength={60} onChange={set('number')} />
        <TextField label={t('notice_title')} value={head.title} maxLength={200} onChange={set('title')} />
      </div>
      {holidays.map((holiday, at) => (
        <HolidayRow key={at} holiday={holiday} number={at + 1} onChange={(patch) => change(at, patch)} onRemove={() => setHolidays(holidays.filter((_, index) => index !== at))} />
      ))}
      <button type="button" className="button" onClick={() => setHolidays([...holidays, { zh: '', en: '', first: '', last: '' }])}>
        {t('add_holiday')}
      </button>
      <TextAreaField label={t('make_up_days')} hint={t('make_up_hint')} rows={4} value={makeUp} onChange={(event) => setMakeUp(event.target.value)} />
      {tried && !notice ? <p role="alert" className="status-mark tone-late">{t('need_notice')}</p> : null}
      <div className="row">
        <ActionButton busy={record.isPending} onAct={() => (setTried(true), notice ? record.mutate(notice) : undefined)} icon="check">
          {t('record')}
        </ActionButton>
        <button type="button" className="button plain" onClick={onClose}>
          {t('keep')}
        </button>
      </div>
      {record.error ? <ErrorNote error={record.error} /> : null}
    </section>
  );
}

/** The notice as the server takes it, or nothing while something is missing. A holiday without its first day is left out. */
function noticeOf(head: { year: string; number: string; issuedOn: string; title: string }, holidays: readonly Holiday[], makeUp: string): HolidayNoticeBody | null {
  const daysOff = holidays.filter(({ first }) => first !== '').map(({ zh, en, first, last }) => ({ name: { zh: zh.trim(), en: en.trim() || zh.trim() }, first, last: last || first }));
  const year = Number(head.year);
  if (!Number.isInteger(year) || !head.number.trim() || !head.title.trim() || !head.issuedOn || daysOff.length === 0 || daysOff.some(({ name }) => name.zh === '')) return null;
  return { year, documents: [{ number: head.number.trim(), issuedOn: head.issuedOn, title: head.title.trim() }], daysOff, makeUpDays: makeUp.split(/[\s,，、;；]+/).filter(Boolean) };
}

interface HolidayRowProps {
  readonly holiday: Holiday;
  readonly number: number;
  readonly onChange: (patch: Partial<Holiday>) => void;
  readonly onRemove: () => void;
}

function HolidayRow({ holiday, number, onChange, onRemove }: HolidayRowProps) {
  const t = useTexts(deskTexts);
  return (
    <div className="holiday-row" role="group" aria-label={t('day_off', { number })}>
      <TextField label={t('holiday_name')} value={holiday.zh} onChange={(event) => onChange({ zh: event.target.value })} />
      <TextField label={t('holiday_name_en')} value={holiday.en} onChange={(event) => onChange({ en: event.target.value })} />
      <TextField label={t('first_day')} type="date" value={holiday.first} onChange={(event) => onChange({ first: event.target.value })} />
      <TextField label={t('last_day')} type="date" value={holiday.last} onChange={(event) => onChange({ last: event.target.value })} />
      <button type="button" className="button plain" onClick={onRemove}>
        {t('remove')}
      </button>
    </div>
  );
}
