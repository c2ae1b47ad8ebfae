import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type BlocSlotsView, type ReviewSlotView, type SlotCodeView } from '../../../api/index.js';
import { ActDialog, Empty, ErrorNote, Instant, useSay, useTexts } from '../../../ui/index.js';
import { Alias } from '../alias.js';
import { ScoringTable } from '../scoring-table.js';
import { slotsQuery } from '../queries.js';
import type { PanelPlace } from '../officer/pool-dialog.js';
import { OpenSlotsDialog } from './open-slots-dialog.js';
import { slotsTexts } from './slots-texts.js';
import './slots.css';

/** Anonymous reviews of one panel; nothing where the rulebook has none. */
export function SlotsPart({ place, mine }: { readonly place: PanelPlace; readonly mine: boolean }) {
  const t = useTexts(slotsTexts);
  const { data, error, refetch } = useQuery(slotsQuery(place));
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  if (data.most === 0) return null;
  return (
    <section className="slots-part">
      <h3>{t('title')}</h3>
      <p className="quiet">{t(data.counts ? 'what_counts' : 'what_read', { most: data.most })}</p>
      {data.slots.length === 0 ? <Empty small why={t('none')} what={t('none_what')} /> : <Slots place={place} mine={mine} slots={data.slots} />}
      {mine ? <OpenTool place={place} data={data} /> : null}
    </section>
  );
}

function OpenTool({ place, data }: { readonly place: PanelPlace; readonly data: BlocSlotsView }) {
  const t = useTexts(slotsTexts);
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <p className="panel-tools">
      <button type="button" className="button" disabled={data.refusal !== null} onClick={() => setOpen(true)}>
        {t('open')}
      </button>
      {data.refusal ? <span className="quiet">{say(data.refusal)}</span> : null}
      {open ? <OpenSlotsDialog place={place} choices={data.choices} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

function Slots({ place, mine, slots }: { readonly place: PanelPlace; readonly mine: boolean; readonly slots: readonly ReviewSlotView[] }) {
  const t = useTexts(slotsTexts);
  return (
    <ScoringTable>
      <thead>
        <tr>
          <th scope="col">{t('alias')}</th>
          <th scope="col">{t('application')}</th>
          <th scope="col">{t('standing')}</th>
          <th scope="col">{t('good_until')}</th>
          <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        {slots.map((slot) => (
          <tr key={slot.id}>
            <td><Alias name={slot.alias} /></td>
            <th scope="row">
              {slot.projectName} <span className="quiet figures">{slot.number}</span>
            </th>
            <td>
              <Standing slot={slot} />
            </td>
            <td>
              <Instant at={slot.until} zone={false} />
            </td>
            <td className="right">
              {mine && (slot.standing === 'waiting' || slot.standing === 'reading') ? (
                <span className="slots-link-acts">
                  {slot.openedByMe ? null : <GiveCode place={place} slot={slot} />}
                  <Revoke place={place} slot={slot} />
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </ScoringTable>
  );
}

function Standing({ slot }: { readonly slot: ReviewSlotView }) {
  const t = useTexts(slotsTexts);
  return (
    <>
      {slot.standing === 'waiting' ? <span className={`slots-code ${slot.coded ? 'quiet' : 'tone-waiting'}`}>{t(slot.coded ? 'coded' : 'uncoded')}{!slot.coded && slot.openedByMe ? ` · ${t('code_mine')}` : ''}</span> : null}
      {slot.standing === 'revoked' ? t('s_revoked', { why: slot.revokedWhy ?? '' }) : t(`s_${slot.standing}`)}
      {slot.opinion ? <span className="slots-opinion quiet figures"> {slot.opinion.total ? t('opinion', { total: slot.opinion.total }) : ''} {slot.opinion.comment}</span> : null}
    </>
  );
}

/** Half of what opens a review; the other half is known to whoever opened it. */
function GiveCode({ place, slot }: { readonly place: PanelPlace; readonly slot: ReviewSlotView }) {
  const t = useTexts(slotsTexts);
  const [code, setCode] = useState<string | null>(null);
  const give = useCommand<void, SlotCodeView>({ run: () => api.slotsCode({ path: { callId: place.callId, slotId: slot.id } }), refresh: [['scoring']], onDone: (given) => setCode(given.code) });
  if (code) return <strong className="figures slots-code-shown" role="status">{t('code_shown', { code })}</strong>;
  return (
    <ActDialog label={t(slot.coded ? 'give_code_again' : 'give_code')} kind="secondary" onAct={() => give.mutateAsync()}>
      <p>{t('give_code_what')}</p>
    </ActDialog>
  );
}

function Revoke({ place, slot }: { readonly place: PanelPlace; readonly slot: ReviewSlotView }) {
  const t = useTexts(slotsTexts);
  const revoke = useCommand<string, unknown>({ run: (reason, key) => api.slotsRevoke({ path: { callId: place.callId, slotId: slot.id }, body: { reason }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  return (
    <ActDialog label={t('revoke')} kind="secondary" reason={{ label: t('revoke_why'), least: 2 }} onAct={(reason) => revoke.mutateAsync(reason)}>
      <p>{t('revoke_what')}</p>
    </ActDialog>
  );
}
