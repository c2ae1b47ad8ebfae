import { useState } from 'react';
import { api, serverNow, useCommand, type LookupBody, type LookupView } from '../../../api/index.js';
import { ActionButton, DocumentLink, Empty, ErrorNote, FileDrop, formatInstant, StatusMark, TextField, useSay, useSentFiles, useTexts } from '../../../ui/index.js';
import { AFTER_STAFF } from '../queries-staff.js';
import { recordTexts } from '../texts-record.js';
import type { RecordPartProps } from './record-tab.js';

const REGISTERS = ['abnormal_list', 'dishonest_list', 'penalties', 'judgment_debtors', 'registration'] as const;

/** Each look into a register with the page that was kept. */
export function LookupsPart({ organisationId, record }: RecordPartProps) {
  const t = useTexts(recordTexts);
  const [adding, setAdding] = useState(false);
  return (
    <section className="org-part" aria-labelledby="lookups">
      <h2 id="lookups">{t('lookups')}</h2>
      {record.lookups.length === 0 ? <Empty small why={t('lookups_none')} what={t('lookups_none_do')} /> : null}
      {record.lookups.map((lookup) => (
        <Lookup key={lookup.id} lookup={lookup} />
      ))}
      {adding ? <AddLookup organisationId={organisationId} onClose={() => setAdding(false)} /> : null}
      {record.mayKeep && !adding ? (
        <p className="org-add">
          <ActionButton kind="secondary" icon="plus" onAct={() => setAdding(true)}>
            {t('lookup_add')}
          </ActionButton>
        </p>
      ) : null}
    </section>
  );
}

function Lookup({ lookup }: { readonly lookup: LookupView }) {
  const t = useTexts(recordTexts);
  const say = useSay();
  const { registerName, result, entries, lookedUpOn, who, subjectName, document } = lookup;
  return (
    <div className="org-card">
      <p>
        <strong>{say(registerName)}</strong> <StatusMark tone={result === 'clear' ? 'done' : 'late'} word={t(result)} />
      </p>
      {entries.map(({ fromDay, untilDay, what }) => (
        <p key={fromDay + what}>
          <span className="figures">
            {fromDay} – {untilDay ?? t('still')}
          </span>{' '}
          {what}
        </p>
      ))}
      <p className="quiet">
        {t('lookup_line', { day: lookedUpOn, who, name: subjectName })} ·{' '}
        <DocumentLink id={document.id} name={document.name} />
      </p>
    </div>
  );
}

interface Given {
  readonly register: LookupBody['register'];
  readonly lookedUpOn: string;
  readonly listed: boolean;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly what: string;
}

function AddLookup({ organisationId, onClose }: { readonly organisationId: string; readonly onClose: () => void }) {
  const t = useTexts(recordTexts);
  const today = formatInstant(new Date(serverNow()), 'day');
  const [given, setGiven] = useState<Given>({ register: 'abnormal_list', lookedUpOn: today, listed: false, fromDay: '', untilDay: '', what: '' });
  const [tried, setTried] = useState(false);
  const files = useSentFiles();
  const keep = useCommand<LookupBody>({ run: (body, key) => api.organisationRecordLookUp({ path: { id: organisationId }, body, headers: { 'Idempotency-Key': key } }), refresh: AFTER_STAFF, onDone: onClose });
  const set = (change: Partial<Given>) => setGiven({ ...given, ...change });
  const sound = !given.listed || (given.fromDay !== '' && given.what.trim().length >= 2);
  const [documentId] = files.ids;
  const act = () => {
    setTried(true);
    if (sound && documentId) keep.mutate(bodyOf(given, documentId));
  };
  return (
    <div className="org-card">
      <div className="days">
        <Choice label={t('register')} value={given.register} choices={REGISTERS.map((register) => ({ value: register, label: t(`reg_${register}`) }))} onChoose={(register) => set({ register: register as Given['register'] })} />
        <TextField label={t('looked_up_on')} type="date" max={today} value={given.lookedUpOn} onChange={(event) => set({ lookedUpOn: event.target.value })} />
      </div>
      <Choice label={t('result')} value={given.listed ? 'listed' : 'clear'} choices={[{ value: 'clear', label: t('clear') }, { value: 'listed', label: t('listed') }]} onChoose={(value) => set({ listed: value === 'listed' })} />
      {given.listed ? (
        <>
          <div className="days">
            <TextField label={t('entry_from')} type="date" value={given.fromDay} onChange={(event) => set({ fromDay: event.target.value })} />
            <TextField label={t('entry_until')} type="date" value={given.untilDay} onChange={(event) => set({ untilDay: event.target.value })} />
          </div>
          <TextField label={t('entry_what')} value={given.what} maxLength={500} onChange={(event) => set({ what: event.target.value })} wrong={tried && !sound ? t('entry_needed') : undefined} />
        </>
      ) : null}
      <FileDrop label={t('page')} limits={t('page_limits')} accept=".pdf,.png,.jpg,.jpeg" maxBytes={20 * 1024 * 1024} {...files.field} />
      {tried && !documentId ? <p className="wrong">{t('page_needed')}</p> : null}
      {keep.error ? <ErrorNote error={keep.error} /> : null}
      <div className="row">
        <ActionButton busy={keep.isPending} onAct={act}>
          {t('lookup_keep')}
        </ActionButton>
        <button type="button" className="button plain" onClick={onClose}>
          {t('not_now')}
        </button>
      </div>
    </div>
  );
}

const bodyOf = ({ register, lookedUpOn, listed, fromDay, untilDay, what }: Given, documentId: string): LookupBody => ({
  register, lookedUpOn, documentId, entries: listed ? [{ fromDay, what: what.trim(), ...(untilDay ? { untilDay } : {}) }] : [],
});

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

export function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select className="input" value={value} onChange={(event) => onChoose(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
