import { useState } from 'react';
import { api, queryClient, useCommand, type PaperSheetView, type RulebookCriterion } from '../../../api/index.js';
import { ActionButton, ErrorNote, TextAreaField, useSay, useSentFiles, useTexts } from '../../../ui/index.js';
import { paperSheetQuery } from '../queries.js';
import { entryOf, NOT_APPLICABLE, type Entries, type Entry } from '../sheet/sheet-model.js';
import { paperTexts } from './paper-texts.js';
import { ScanField } from './scan-field.js';

interface FormProps {
  readonly callId: string;
  readonly sheet: PaperSheetView;
}

/** Points and words as they stand on the paper: her own entry when she has one, else the words of the first reader without the points. */
export function EntryForm({ callId, sheet }: FormProps) {
  const t = useTexts(paperTexts);
  const [entries, setEntries] = useState<Entries>(sheet.own ?? sheet.words);
  const [comment, setComment] = useState(sheet.ownComment ?? sheet.comment);
  const [abstained, setAbstained] = useState(sheet.ownAbstained);
  const files = useSentFiles();
  const [scanId] = files.ids;
  const save = useCommand<void, PaperSheetView>({
    run: (_, key) => api.paperEnter({ path: { callId, code: sheet.code }, body: { entries: abstained ? {} : entries, comment: comment.trim(), ...(abstained ? { abstained } : {}), ...(scanId ? { scanId } : {}) }, headers: { 'Idempotency-Key': key } }),
    refresh: [['scoring']], onDone: (view) => queryClient.setQueryData(paperSheetQuery(callId, sheet.code).queryKey, view),
  });
  const change = (key: string, entry: Entry) => setEntries((now) => ({ ...now, [key]: entry }));
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      {sheet.ballot ? null : <Tick on={abstained} onTick={setAbstained} />}
      {abstained ? null : <Fields sheet={sheet} entries={entries} onChange={change} />}
      {sheet.ballot ? null : <TextAreaField label={t(abstained ? 'abstain_why' : 'paper_comment')} value={comment} rows={3} maxLength={2000} onChange={(event) => setComment(event.target.value)} />}
      {sheet.scan === null ? <ScanField field={files.field} /> : null}
      {save.error ? <ErrorNote error={save.error} /> : null}
      <div className="paper-entry-tools">
        <ActionButton onAct={() => save.mutate()} busy={save.isPending || files.busy} refusal={sheet.scan === null && !scanId ? t('scan_due') : null}>
          {t(isFirst(sheet) ? 'save_first' : 'save_second')}
        </ActionButton>
      </div>
    </form>
  );
}

/** Nobody else has read it yet. */
const isFirst = ({ standing, own }: PaperSheetView): boolean => standing === 'waiting' || standing === 'abstained' || (standing === 'entered' && own !== null);

function Fields({ sheet, entries, onChange }: { readonly sheet: PaperSheetView; readonly entries: Entries; readonly onChange: (key: string, entry: Entry) => void }) {
  if (sheet.ballot) return <>{sheet.candidates.map((row) => <PlaceRow key={row.applicationId} name={row.projectName} number={row.number} entry={entryOf(entries, row.applicationId)} onChange={(entry) => onChange(row.applicationId, entry)} />)}</>;
  return <>{sheet.criteria.map((criterion) => <CriterionRow key={criterion.key} criterion={criterion} entry={entryOf(entries, criterion.key)} onChange={(entry) => onChange(criterion.key, entry)} />)}</>;
}

/** She left this one to the others and ticked so on the paper: then no points are read. */
function Tick({ on, onTick }: { readonly on: boolean; readonly onTick: (on: boolean) => void }) {
  const t = useTexts(paperTexts);
  return (
    <label className="paper-tick">
      <input type="checkbox" checked={on} onChange={(event) => onTick(event.target.checked)} /> {t('abstain_tick')}
    </label>
  );
}

interface RowProps {
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
}

/** An input takes what is typed; an empty one is not scored, which is not zero. */
const typed = (value: string): string | null => {
  const plain = value.normalize('NFKC').trim();
  return plain === '' ? null : plain === '不适用' || plain.toLowerCase() === 'n/a' ? NOT_APPLICABLE : plain;
};

function CriterionRow({ criterion, entry, onChange }: RowProps & { readonly criterion: RulebookCriterion }) {
  const t = useTexts(paperTexts);
  const say = useSay();
  const title = say(criterion.title);
  return (
    <div className="paper-entry-row">
      <div>
        <h2>{title}</h2>
        <span className="quiet figures">{t('paper_full', { max: criterion.max, step: criterion.step })}{criterion.allowNotApplicable ? ` · ${t('allow_na')}` : ''}</span>
      </div>
      <input className="input points figures" inputMode="decimal" aria-label={`${title} · ${t('paper_points')}`} placeholder={t('paper_points')} value={entry.points === NOT_APPLICABLE ? t('not_applicable') : (entry.points ?? '')} onChange={(event) => onChange({ ...entry, points: typed(event.target.value) })} />
      <textarea className="input" rows={2} maxLength={2000} aria-label={`${title} · ${t('paper_reason')}`} placeholder={t('paper_reason')} value={entry.reason ?? ''} onChange={(event) => onChange({ ...entry, reason: event.target.value })} />
    </div>
  );
}

function PlaceRow({ name, number, entry, onChange }: RowProps & { readonly name: string; readonly number: string }) {
  const t = useTexts(paperTexts);
  return (
    <div className="paper-entry-row">
      <h2>
        {name} <span className="quiet figures">{number}</span>
      </h2>
      <input className="input points figures" inputMode="numeric" aria-label={`${name} · ${t('paper_place')}`} placeholder={t('paper_place')} value={entry.points ?? ''} onChange={(event) => onChange({ points: typed(event.target.value) })} />
    </div>
  );
}
