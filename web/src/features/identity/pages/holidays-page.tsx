import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession, type HolidayNoticeView } from '../../../api/index.js';
import { ActionButton, ErrorNote, useJoin, useSay, useTexts } from '../../../ui/index.js';
import '../parts/desk.css';
import { RecordHolidays } from '../parts/record-holidays.js';
import { holidaysQuery } from '../queries-desk.js';
import { deskTexts } from '../texts-desk.js';

/** The years that working days can be counted in, and recording the next. */
export default function HolidaysPage() {
  const t = useTexts(deskTexts);
  const [recording, setRecording] = useState(false);
  const notices = useQuery(holidaysQuery);
  const keeps = useSession()?.account.roles.some(({ role }) => role === 'administrator');
  const newest = notices.data?.[0]?.year;
  return (
    <article className="page">
      <header className="page-head">
        <div className="naming">
          <h1>{t('holidays')}</h1>
          <p className="quiet prose">{t('holidays_lead')}</p>
        </div>
        {keeps && !recording && newest ? (
          <ActionButton icon="plus" onAct={() => setRecording(true)}>
            {t('record_year')}
          </ActionButton>
        ) : null}
      </header>
      {recording && newest ? <RecordHolidays year={newest + 1} onClose={() => setRecording(false)} /> : null}
      <div className="page-body">
        {notices.isError ? <ErrorNote error={notices.error} onRetry={() => void notices.refetch()} /> : null}
        {notices.isPending ? <p className="quiet" role="status">{t('holidays')}…</p> : null}
        {notices.data?.map((notice, index) => (
          <Year key={notice.year} notice={notice} open={index === 0} />
        ))}
      </div>
    </article>
  );
}

function Year({ notice: { year, documents, daysOff, makeUpDays }, open }: { readonly notice: HolidayNoticeView; readonly open: boolean }) {
  const join = useJoin();
  const t = useTexts(deskTexts);
  const say = useSay();
  return (
    <details className="year-part" open={open}>
      <summary>{t('holidays_year', { year })}</summary>
      {documents.map(({ number, issuedOn, title }) => (
        <p className="quiet" key={number}>
          {title} {number} <span className="figures">{issuedOn}</span>
        </p>
      ))}
      <table className="holiday-table" aria-label={t('holidays_year', { year })}>
        <thead>
          <tr>
            <th scope="col">{t('col_holiday')}</th>
            <th scope="col">{t('col_days')}</th>
          </tr>
        </thead>
        <tbody>
          {daysOff.map(({ name, first, last }) => (
            <tr key={first}>
              <td>{say(name)}</td>
              <td className="figures">{first === last ? first : `${first} – ${last}`}</td>
            </tr>
          ))}
          <tr>
            <td>{t('make_up')}</td>
            <td className="figures" style={{ whiteSpace: 'normal' }}>{makeUpDays.length > 0 ? join(makeUpDays) : t('none')}</td>
          </tr>
        </tbody>
      </table>
    </details>
  );
}
