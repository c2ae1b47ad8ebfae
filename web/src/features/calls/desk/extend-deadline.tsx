import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type CallCountsView, type OfficerCallView } from '../../../api/index.js';
import { ActDialog, formatInstant, TextField, useLanguage, useTexts } from '../../../ui/index.js';
import { CALLS, extensionsQuery } from '../officer-queries.js';
import { fromLocal, toLocal } from '../rulebook/fields/leaf-fields.js';
import { officerTexts } from '../texts-officer.js';
import { roundTexts } from '../texts-round.js';
import { useTold } from './actions-part.js';

/** A later deadline takes two officers: this one proposes it. */
export function ExtendDeadline({ call, counts }: { readonly call: OfficerCallView; readonly counts: CallCountsView | undefined }) {
  const t = useTexts(officerTexts);
  const r = useTexts(roundTexts);
  const language = useLanguage();
  const old = String(call.closesAt);
  const [typed, setTyped] = useState<string | null>(null);
  const at = typed ?? toLocal(old);
  const [movesLater, setMovesLater] = useState(true);
  const extensions = useQuery(extensionsQuery(call.id)).data;
  const what = r('extend_say', { told: useTold(counts) });
  const propose = useCommand<string>({
    run: (reason, key) => api.extensionsPropose({ path: { id: call.id }, body: { closesAt: fromLocal(at), reason, movesLater }, headers: { 'Idempotency-Key': key } }),
    refresh: [CALLS],
    onDone: () => setTyped(null),
  });
  if (!extensions) return null;
  return (
    <li>
      <span className="what">{what}</span>
      <ActDialog
        label={r('extend_propose')}
        kind="secondary"
        refusal={extensions.proposing.allowed ? null : (extensions.proposing.reason?.[language] ?? null)}
        reason={{ label: t('reason'), hint: t('reason_hint'), least: 4 }}
        onAct={propose.mutateAsync}
      >
        <p>{what}</p>
        <TextField type="datetime-local" label={t('new_deadline')} hint={t('new_deadline_hint', { old: formatInstant(new Date(old)) })} min={toLocal(old)} value={at} onChange={(event) => setTyped(event.target.value)} />
        <label className="choice-line">
          <input type="checkbox" checked={movesLater} onChange={(event) => setMovesLater(event.target.checked)} />
          <span>{r('extend_moves_later')}</span>
          <span className="quiet">{r('extend_moves_later_hint')}</span>
        </label>
      </ActDialog>
    </li>
  );
}
