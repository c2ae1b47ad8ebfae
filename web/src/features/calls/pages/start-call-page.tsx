import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, serverNow, useCommand, type CreateCallBody } from '../../../api/index.js';
import { ActionButton, ErrorNote, formatInstant, PageShell, TextField, useTexts } from '../../../ui/index.js';
import { ChooseProgramme } from '../desk/choose-programme.js';
import { ChooseStart, type Start } from '../desk/choose-start.js';
import '../desk/calls-desk.css';
import { CALLS, schemaQuery } from '../officer-queries.js';
import { emptyRulebook } from '../rulebook/start-book.js';
import type { SchemaNode } from '../rulebook/schema.js';
import { officerTexts } from '../texts-officer.js';

/** A new round: of which programme, from what, and when it opens. */
export default function StartCallPage() {
  const t = useTexts(officerTexts);
  const navigate = useNavigate();
  const schema = useQuery(schemaQuery);
  const [programmeId, setProgramme] = useState<string | null>(null);
  const [start, setStart] = useState<Start>({ from: 'template' });
  const [opensOn, setOpensOn] = useState('');
  const create = useCommand({
    run: (body: CreateCallBody, key) => api.callsCreate({ body, headers: { 'Idempotency-Key': key } }),
    refresh: [CALLS],
    onDone: (call) => void navigate({ to: `/desk/calls/${call.id}/rules` as string }),
  });
  const body = programmeId && schema.data ? bodyOf(programmeId, start, opensOn, schema.data) : null;
  const moves = start.from === 'template' || start.from === 'call';
  return (
    <PageShell title={t('start_title')} reference={t('start_lead')} back={{ to: '/desk/calls', label: t('rounds') }}>
      <div className="start-call">
        <ChooseProgramme chosen={programmeId} onChoose={setProgramme} />
        <ChooseStart start={start} onStart={setStart} />
        {moves ? <TextField type="date" className="short" label={t('opens_on_day')} hint={t('opens_on_day_hint')} value={opensOn} onChange={(event) => setOpensOn(event.target.value)} /> : null}
        {schema.isError && !schema.data ? <ErrorNote error={schema.error} onRetry={() => void schema.refetch()} /> : null}
        {create.isError ? <ErrorNote error={create.error} /> : null}
        <ActionButton onAct={() => (body ? create.mutate(body) : undefined)} busy={create.isPending} refusal={body ? null : t('choose_first')}>
          {t('begin_writing')}
        </ActionButton>
      </div>
    </PageShell>
  );
}

const thisYear = (): number => Number(formatInstant(new Date(serverNow()), 'day').slice(0, 4));

/** What is asked of the server, or nothing while something is not chosen yet. */
function bodyOf(programmeId: string, start: Start, opensOn: string, schema: SchemaNode): CreateCallBody | null {
  const day = opensOn ? { opensOn } : {};
  if (start.from === 'template') return start.template ? { programmeId, template: start.template as NonNullable<CreateCallBody['template']>, ...day } : null;
  if (start.from === 'call') return start.callId ? { programmeId, copyOf: start.callId, ...day } : null;
  if (start.from === 'file') return start.rulebook ? { programmeId, rulebook: start.rulebook as NonNullable<CreateCallBody['rulebook']> } : null;
  return start.title?.trim() ? { programmeId, rulebook: emptyRulebook(schema, { zh: start.title.trim(), en: start.title.trim() }, thisYear()) } : null;
}
