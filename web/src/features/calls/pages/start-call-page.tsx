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
  const [title, setTitle] = useState('');
  const [opensOn, setOpensOn] = useState('');
  const create = useCommand({
    run: (body: CreateCallBody, key) => api.callsCreate({ body, headers: { 'Idempotency-Key': key } }),
    refresh: [CALLS],
    onDone: (call) => void navigate({ to: `/desk/calls/${call.id}/rules` as string }),
  });
  const body = programmeId && schema.data ? bodyOf({ programmeId, start, title: title.trim(), opensOn, schema: schema.data }) : null;
  const moves = start.from === 'template' || start.from === 'call';
  return (
    <PageShell title={t('start_title')} reference={t('start_lead')} back={{ to: '/desk/calls', label: t('rounds') }}>
      <div className="start-call">
        <ChooseProgramme chosen={programmeId} onChoose={setProgramme} />
        <ChooseStart start={start} onStart={setStart} />
        <TextField label={t('call_title')} hint={start.from === 'empty' ? t('call_title_hint') : t('call_title_kept_hint')} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
        {moves ? <TextField type="date" className="short" label={t('opens_on_day')} hint={t('opens_on_day_hint')} value={opensOn} onChange={(event) => setOpensOn(event.target.value)} /> : null}
        {schema.isError && !schema.data ? <ErrorNote error={schema.error} onRetry={() => void schema.refetch()} /> : null}
        {create.isError ? <ErrorNote error={create.error} /> : null}
        <ActionButton onAct={() => (body ? create.mutate(body) : undefined)} busy={create.isPending} refusal={body ? null : t(missing(programmeId, start))}>
          {t('begin_writing')}
        </ActionButton>
      </div>
    </PageShell>
  );
}

const thisYear = (): number => Number(formatInstant(new Date(serverNow()), 'day').slice(0, 4));

/** What is still to be chosen before the writing can begin. */
function missing(programmeId: string | null, { from }: Start) {
  return programmeId ? (`needs_${from}` as const) : 'needs_programme';
}

interface Wanted {
  readonly programmeId: string;
  readonly start: Start;
  readonly title: string;
  readonly opensOn: string;
  readonly schema: SchemaNode;
}

/** What is asked of the server, or nothing while something is not chosen yet. */
function bodyOf({ programmeId, start, title, opensOn, schema }: Wanted): CreateCallBody | null {
  const named = title ? { zh: title, en: title } : undefined;
  const common = { programmeId, ...(named ? { title: named } : {}) };
  const day = opensOn ? { opensOn } : {};
  if (start.from === 'template') return start.template ? { ...common, template: start.template as NonNullable<CreateCallBody['template']>, ...day } : null;
  if (start.from === 'call') return start.callId ? { ...common, copyOf: start.callId, ...day } : null;
  if (start.from === 'file') return start.rulebook ? { ...common, rulebook: start.rulebook as NonNullable<CreateCallBody['rulebook']> } : null;
  return named ? { programmeId, rulebook: emptyRulebook(schema, named, thisYear()) } : null;
}
