import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useCommand, type ProgressRow } from '../../../api/index.js';
import { ActDialog, useTexts } from '../../../ui/index.js';
import { EMERGENCIES } from '../queries.js';
import './emergency.css';
import { emergencyTexts } from './emergency-texts.js';

/** An officer asks for the sheets of one application while its stage is open. */
export function AskForSheets({ stageKey, rows }: { readonly stageKey: string; readonly rows: readonly ProgressRow[] }) {
  const t = useTexts(emergencyTexts);
  const [chosen, setChosen] = useState('');
  // Rows are read anew while this stands open: the choice goes by the application, not by its place.
  const applicationId = rows.some((row) => row.applicationId === chosen) ? chosen : (rows[0]?.applicationId ?? '');
  const ask = useCommand<string, unknown>({ run: (reason, key) => api.emergencyAsk({ body: { applicationId, stageKey, reason }, headers: { 'Idempotency-Key': key } }), refresh: [EMERGENCIES] });
  return (
    <div className="emergency-acts emergency-ask">
      <ActDialog label={t('ask_sheets')} kind="secondary" icon="lock" confirm={t('ask')} reason={{ label: t('ask_reason'), least: 10 }} onAct={(reason) => ask.mutateAsync(reason)}>
        <p>{t('ask_sheets_what')}</p>
        <div className="field">
          <label htmlFor="emergency-application">{t('ask_application')}</label>
          <select id="emergency-application" className="input" value={applicationId} onChange={(event) => setChosen(event.target.value)}>
            {rows.map((row) => <option key={row.applicationId} value={row.applicationId}>{row.number} {row.projectName}</option>)}
          </select>
        </div>
      </ActDialog>
      {ask.isSuccess ? <span className="tone-done done-word" role="status">{t('asked_done')}</span> : null}
      <Link to={'/desk/emergency' as never} className="link-button">{t('to_list')}</Link>
    </div>
  );
}
