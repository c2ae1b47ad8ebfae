import { Modal } from 'antd';
import { useState } from 'react';
import { api, serverNow, useCommand, type OpenedSlotView, type SlotChoiceView } from '../../../api/index.js';
import { ActionButton, copyText, ErrorNote, formatInstant, TextField, useMarks, useTexts } from '../../../ui/index.js';
import { useAlias } from '../alias.js';
import type { PanelPlace } from '../officer/pool-dialog.js';
import { slotsTexts } from './slots-texts.js';

interface OpenSlotsProps {
  readonly place: PanelPlace;
  readonly choices: readonly SlotChoiceView[];
  readonly onClose: () => void;
}

/** Chooses an application and a last day, then shows the links this once. */
export function OpenSlotsDialog({ place, choices, onClose }: OpenSlotsProps) {
  const t = useTexts(slotsTexts);
  const [made, setMade] = useState<readonly OpenedSlotView[] | null>(null);
  return (
    <Modal open width={640} title={made ? t('made') : t('open')} footer={null} maskClosable={made === null} closable={made === null} onCancel={onClose}>
      {made ? <Links made={made} onClose={onClose} /> : <Choose place={place} choices={choices} onMade={setMade} />}
    </Modal>
  );
}

const DAY_MS = 86_400_000;
/** The calendar day in Beijing, so many days from now. */
const dayIn = (days: number): string => new Date(serverNow() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
const endOf = (day: string): string => new Date(new Date(`${day}T00:00:00+08:00`).getTime() + DAY_MS).toISOString();

function Choose({ place, choices, onMade }: Pick<OpenSlotsProps, 'place' | 'choices'> & { readonly onMade: (made: readonly OpenedSlotView[]) => void }) {
  const t = useTexts(slotsTexts);
  const marks = useMarks();
  const free = choices.filter(({ left }) => left > 0);
  const [applicationId, setApplicationId] = useState(free[0]?.applicationId ?? '');
  const [count, setCount] = useState(1);
  const [until, setUntil] = useState(dayIn(7));
  const left = choices.find((one) => one.applicationId === applicationId)?.left ?? 0;
  const open = useCommand<void, readonly OpenedSlotView[]>({ run: () => api.slotsOpen({ path: { ...place }, body: { applicationId, count, until: endOf(until) } }), refresh: [['scoring']], onDone: onMade });
  const past = until <= dayIn(0);
  return (
    <form className="slots-form" onSubmit={(event) => event.preventDefault()}>
      <div className="field">
        <label htmlFor="slot-application">{t('application')}</label>
        <select id="slot-application" className="input" value={applicationId} onChange={(event) => { setApplicationId(event.target.value); setCount(1); }}>
          {choices.map((one) => (
            <option key={one.applicationId} value={one.applicationId} disabled={one.left === 0}>
              {one.projectName + marks.aside(one.number)}{marks.comma}{one.left === 0 ? t('full') : t('left', { left: one.left })}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="slot-count">{t('count')}</label>
        <select id="slot-count" className="input" value={count} onChange={(event) => setCount(Number(event.target.value))}>
          {Array.from({ length: Math.max(1, left) }, (_, at) => <option key={at} value={at + 1}>{at + 1}</option>)}
        </select>
      </div>
      <TextField label={t('until')} type="date" value={until} min={dayIn(1)} onChange={(event) => setUntil(event.target.value)} wrong={past ? t('until_due') : undefined} />
      {open.error ? <ErrorNote error={open.error} /> : null}
      <ActionButton onAct={() => (past || applicationId === '' ? undefined : open.mutate())} busy={open.isPending}>{t('open_do')}</ActionButton>
    </form>
  );
}

/** After the fragment nothing is sent to a server: no log ever holds a link. */
const linkOf = (token: string): string => `${location.origin}/anonymous-review#${token}`;

function Links({ made, onClose }: { readonly made: readonly OpenedSlotView[]; readonly onClose: () => void }) {
  const t = useTexts(slotsTexts);
  return (
    <div className="slots-links">
      <p>{t('made_what')}</p>
      <ul>
        {made.map((slot) => (
          <Link key={slot.id} slot={slot} />
        ))}
      </ul>
      <ActionButton onAct={onClose}>{t('close')}</ActionButton>
    </div>
  );
}

function Link({ slot }: { readonly slot: OpenedSlotView }) {
  const t = useTexts(slotsTexts);
  const name = useAlias()(slot.alias);
  const [copied, setCopied] = useState(false);
  const link = linkOf(slot.token);
  const letter = `mailto:?subject=${encodeURIComponent(t('mail_subject'))}&body=${encodeURIComponent(`${t('mail_body', { until: formatInstant(new Date(slot.until), 'minute') })}\n\n${link}`)}`;
  return (
    <li>
      <strong>{name}</strong>
      <input className="input" readOnly value={link} aria-label={name} onFocus={(event) => event.target.select()} />
      <span className="slots-link-acts">
        <button type="button" className="button" onClick={() => void copyText(link).then(setCopied)}>
          {copied ? t('copied') : t('copy')}
        </button>
        <a className="button" href={letter}>
          {t('mail')}
        </a>
      </span>
    </li>
  );
}
