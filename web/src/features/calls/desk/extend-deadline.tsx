import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type CallCountsView, type OfficerCallView, type Rulebook } from '../../../api/index.js';
import { ActDialog, formatInstant, TextField, useLanguage, useTexts } from '../../../ui/index.js';
import { callQuery, CALLS } from '../officer-queries.js';
import { fromLocal, toLocal } from '../rulebook/fields/leaf-fields.js';
import { officerTexts } from '../texts-officer.js';
import { useTold } from './actions-part.js';

/** The most frequent addendum of all, as one step: the application stage lasts longer. */
export function ExtendDeadline({ call, counts }: { readonly call: OfficerCallView; readonly counts: CallCountsView | undefined }) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const queries = useQueryClient();
  const book = call.rulebook as Rulebook;
  const [at, setAt] = useState(toLocal(book.deadline.at));
  const what = t('say_extend', { told: useTold(counts) });
  const extend = async (reason: string) => {
    const saved = await api.callsSave({ path: { id: call.id }, body: { rulebook: closingAt(book, fromLocal(at)) as never, version: call.version, reason } });
    queries.setQueryData(callQuery(call.id).queryKey, saved);
    await queries.invalidateQueries({ queryKey: CALLS });
  };
  return (
    <li>
      <span className="what">{what}</span>
      <ActDialog
        label={t('act_extend')}
        kind="secondary"
        refusal={call.changingRules.allowed ? null : (call.changingRules.reason?.[language] ?? null)}
        reason={{ label: t('reason'), hint: t('reason_hint'), least: 4 }}
        onAct={extend}
      >
        <p>{what}</p>
        <TextField type="datetime-local" label={t('new_deadline')} hint={t('new_deadline_hint', { old: formatInstant(new Date(book.deadline.at)) })} min={toLocal(book.deadline.at)} value={at} onChange={(event) => setAt(event.target.value)} />
      </ActDialog>
    </li>
  );
}

/** The rules with another end of the application stage, which is the deadline. */
export function closingAt(book: Rulebook, at: string): Rulebook {
  const stages = book.stages.map((stage) => (stage.kind === 'application' ? { ...stage, closesAt: at } : stage));
  return { ...book, stages, deadline: { ...book.deadline, at } };
}
