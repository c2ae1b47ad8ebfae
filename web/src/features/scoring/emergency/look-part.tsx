import { useState } from 'react';
import { api, useCommand, type EmergencyLookView, type UncoveredSheetView } from '../../../api/index.js';
import { ActionButton, ErrorNote, Facts, formatInstant, useSay, useTexts } from '../../../ui/index.js';
import { Alias } from '../alias.js';
import { EMERGENCIES } from '../queries.js';
import './emergency.css';
import { emergencyTexts } from './emergency-texts.js';

/** What was granted, kept nowhere: each press is a look of its own, and on record. */
export function LookPart({ id }: { readonly id: string }) {
  const t = useTexts(emergencyTexts);
  const [shown, setShown] = useState<EmergencyLookView | null>(null);
  const look = useCommand<void, EmergencyLookView>({ run: () => api.emergencyLook({ path: { id } }), refresh: [EMERGENCIES], onDone: setShown });
  return (
    <div className="emergency-look">
      <p className="emergency-acts">
        <ActionButton onAct={() => look.mutate()} busy={look.isPending} icon="eye">
          {shown ? t('look_again') : t('look')}
        </ActionButton>
        {shown ? (
          <button type="button" className="button plain" onClick={() => setShown(null)}>
            {t('hide')}
          </button>
        ) : null}
      </p>
      {look.isError ? <ErrorNote error={look.error} /> : null}
      {shown ? <Shown look={shown} /> : null}
    </div>
  );
}

function Shown({ look: { readAt, applicants, sheets } }: { readonly look: EmergencyLookView }) {
  const t = useTexts(emergencyTexts);
  return (
    <section className="emergency-shown" aria-live="polite">
      <p className="quiet">{t('shown', { time: formatInstant(new Date(readAt), 'second') })}</p>
      {applicants.map(({ name, legalRepresentative, address }) => (
        <Facts key={name} label={t('applicant')} facts={[{ label: t('name'), value: name }, { label: t('legal'), value: legalRepresentative || '—' }, { label: t('address'), value: address || '—' }]} />
      ))}
      {sheets.map((sheet) => (
        <Sheet key={`${sheet.alias} ${sheet.judgeName}`} sheet={sheet} />
      ))}
    </section>
  );
}

function Sheet({ sheet: { judgeName, alias, blocTitle, state, submittedAt, scores, comment } }: { readonly sheet: UncoveredSheetView }) {
  const t = useTexts(emergencyTexts);
  const say = useSay();
  return (
    <section className="emergency-sheet">
      <h4>
        {judgeName ?? t('by_link')} <span className="quiet"><Alias name={alias} /> · {say(blocTitle)}</span>
      </h4>
      <p className="quiet">
        {t(`st_${state}`)} {submittedAt ? formatInstant(new Date(submittedAt), 'minute') : ''}
      </p>
      {scores.length > 0 ? (
        <table className="emergency-scores">
          <thead>
            <tr>
              <th scope="col">{t('criterion')}</th>
              <th scope="col" className="right">{t('points')}</th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {scores.map(({ title, points, reason }) => (
              <tr key={title.zh}>
                <th scope="row">{say(title)}</th>
                <td className="right figures">{points ?? '–'}</td>
                <td>{reason || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {comment ? <p>{t('comment', { words: comment })}</p> : null}
    </section>
  );
}
