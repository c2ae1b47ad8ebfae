import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useCommand, type CallCountsView, type OfficerCallView, type Rulebook } from '../../../api/index.js';
import { ActDialog, TextField, useLanguage, useTexts } from '../../../ui/index.js';
import { CALLS } from '../officer-queries.js';
import { fromLocal } from '../rulebook/fields/leaf-fields.js';
import { officerTexts } from '../texts-officer.js';

/** A further call for the places that stayed open, under the same rules. */
export function SupplementDialog({ call, counts }: { readonly call: OfficerCallView; readonly counts: CallCountsView | undefined }) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const book = call.rulebook as Partial<Rulebook>;
  const [planned, made] = [book.money?.awards ?? null, counts?.counts.awarded ?? 0];
  const [typed, setSlots] = useState<string | null>(null);
  const slots = typed ?? openOf(planned, made);
  const [opens, setOpens] = useState('');
  const [closes, setCloses] = useState('');
  const [keys, setKeys] = useState<readonly string[]>([]);
  const draft = useCommand<string, OfficerCallView>({
    run: (_reason, key) => {
      const body = { slots: Number(slots) || 0, opensAt: fromLocal(opens), closesAt: fromLocal(closes), ...(keys.length > 0 ? { categoryKeys: [...keys] } : {}) };
      return api.callsSupplement({ path: { id: call.id }, body, headers: { 'Idempotency-Key': key } });
    },
    refresh: [CALLS],
    onDone: ({ id }) => void navigate({ to: `/desk/calls/${id}` as string }),
  });
  const { supplementing } = call;
  return (
    <li>
      <span className="what">{t('say_supplement')}</span>
      <ActDialog label={t('act_supplement')} kind="secondary" refusal={supplementing.allowed ? null : (supplementing.reason?.[language] ?? null)} innerRefusal={slotsFault(slots, t) ?? windowFault(opens, closes, t)} onAct={draft.mutateAsync}>
        <p>{t('say_supplement')}</p>
        <TextField className="short" inputMode="numeric" label={t('open_places')} hint={hintOf(planned, made, t)} value={slots} onChange={(event) => setSlots(event.target.value)} />
        <TextField type="datetime-local" label={t('opens_on')} value={opens} onChange={(event) => setOpens(event.target.value)} />
        <TextField type="datetime-local" label={t('closes_on')} value={closes} onChange={(event) => setCloses(event.target.value)} />
        <Categories book={book} keys={keys} onKeys={setKeys} />
      </ActDialog>
    </li>
  );
}

type Told = ReturnType<typeof useTexts<(typeof officerTexts)['texts']>>;

/** The places that nobody has taken; where there is none, or no number was planned, the officer says how many. */
const openOf = (planned: number | null, made: number): string => (planned !== null && planned > made ? String(planned - made) : '');

function hintOf(planned: number | null, made: number, t: Told): string {
  if (planned === null) return t('open_places_unplanned', { made });
  return t(planned > made ? 'open_places_hint' : 'open_places_none', { planned, made });
}

const slotsFault = (slots: string, t: Told): string | null => (/^[1-9]\d{0,2}$/.test(slots.trim()) ? null : t('open_places_needed'));

/** What is still missing before the window can be opened. */
function windowFault(opens: string, closes: string, t: Told): string | null {
  if (opens === '' || closes === '') return t('supplement_dates');
  return closes > opens ? null : t('supplement_window');
}

interface CategoriesProps {
  readonly book: Partial<Rulebook>;
  readonly keys: readonly string[];
  readonly onKeys: (keys: readonly string[]) => void;
}

function Categories({ book, keys, onKeys }: CategoriesProps) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  return (
    <fieldset className="choice-set">
      <legend>{t('in_categories')}</legend>
      <p className="quiet">{t('in_categories_hint')}</p>
      {(book.categories ?? []).map(({ key, title }) => (
        <label key={key} className="choice-line">
          <input type="checkbox" checked={keys.includes(key)} onChange={(event) => onKeys(event.target.checked ? [...keys, key] : keys.filter((one) => one !== key))} />
          <span>{title[language]}</span>
        </label>
      ))}
    </fieldset>
  );
}
