import { Modal } from 'antd';
import { useState } from 'react';
import { api, useCommand, type GuestBody, type StageOverview } from '../../../api/index.js';
import { ActionButton, ErrorNote, TextField, useSay, useTexts } from '../../../ui/index.js';
import { profileTexts } from '../profile/profile-texts.js';
import { OCCUPATIONS } from '../profile/profile-model.js';
import { paperTexts } from './paper-texts.js';

interface GuestDialogProps {
  readonly callId: string;
  readonly stage: StageOverview;
  readonly onClose: () => void;
}

/** Seats somebody who has no account: what is asked of her is what conflicts are looked for by. */
export function GuestDialog({ callId, stage, onClose }: GuestDialogProps) {
  const t = useTexts(paperTexts);
  const say = useSay();
  const of = useTexts(profileTexts);
  const blocs = stage.blocs.filter(({ kind }) => kind !== 'external');
  const [blocKey, setBlocKey] = useState(blocs[0]?.key ?? '');
  const [given, setGiven] = useState({ name: '', employer: '', occupation: 'other' as GuestBody['occupation'], phone: '' });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<typeof given>) => setGiven((now) => ({ ...now, ...part }));
  const ready = given.name.trim().length >= 2 && given.employer.trim().length >= 2;
  const seat = useCommand<void, unknown>({
    run: (_, key) => api.paperSeatsGuest({ path: { callId, stageKey: stage.key, blocKey }, body: { name: given.name.trim(), employer: given.employer.trim(), occupation: given.occupation, ...(given.phone.trim() ? { phone: given.phone.trim() } : {}) }, headers: { 'Idempotency-Key': key } }),
    refresh: [['scoring']], onDone: onClose,
  });
  const act = () => {
    setTried(true);
    if (ready) seat.mutate();
  };
  const wrong = (value: string) => (tried && value.trim().length < 2 ? t('due') : undefined);
  return (
    <Modal open title={t('add')} footer={null} onCancel={onClose}>
      <form className="slots-form" onSubmit={(event) => event.preventDefault()}>
        <p className="quiet">{t('add_what')}</p>
        {blocs.length > 1 ? (
          <div className="field">
            <label htmlFor="guest-bloc">{t('panel')}</label>
            <select id="guest-bloc" className="input" value={blocKey} onChange={(event) => setBlocKey(event.target.value)}>
              {blocs.map((bloc) => <option key={bloc.key} value={bloc.key}>{say(bloc.title)}</option>)}
            </select>
          </div>
        ) : null}
        <TextField label={t('name')} value={given.name} onChange={(event) => change({ name: event.target.value })} wrong={wrong(given.name)} />
        <TextField label={t('employer')} value={given.employer} onChange={(event) => change({ employer: event.target.value })} wrong={wrong(given.employer)} />
        <div className="field">
          <label htmlFor="guest-occupation">{t('occupation')}</label>
          <select id="guest-occupation" className="input" value={given.occupation} onChange={(event) => change({ occupation: event.target.value as GuestBody['occupation'] })}>
            {OCCUPATIONS.map((one) => <option key={one} value={one}>{of(`occ_${one}`)}</option>)}
          </select>
        </div>
        <TextField label={t('phone')} type="tel" value={given.phone} onChange={(event) => change({ phone: event.target.value })} />
        {seat.error ? <ErrorNote error={seat.error} /> : null}
        <ActionButton onAct={act} busy={seat.isPending}>{t('add_do')}</ActionButton>
      </form>
    </Modal>
  );
}
