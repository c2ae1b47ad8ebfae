import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, useChosenProgramme, useCommand, useSession } from '../../../api/index.js';
import { ActionButton, ErrorNote, Icon, TextField, useLanguage, useMarks, useTexts } from '../../../ui/index.js';
import { programmesQuery } from '../officer-queries.js';
import { officerTexts } from '../texts-officer.js';

interface ChooseProgrammeProps {
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** The programme that the round belongs to; one can be set up here. */
export function ChooseProgramme({ chosen, onChoose }: ChooseProgrammeProps) {
  const marks = useMarks();
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const programmes = useQuery(programmesQuery);
  const ofTopBar = useChosenProgramme();
  const [adding, setAdding] = useState(false);
  const list = programmes.data;
  useEffect(() => {
    if (chosen || !list) return;
    const first = list.find(({ id }) => id === ofTopBar) ?? (list.length === 1 ? list[0] : undefined);
    if (first) onChoose(first.id);
    if (list.length === 0) setAdding(true);
  }, [list, chosen, ofTopBar, onChoose]);
  if (programmes.isError && !programmes.data) return <ErrorNote error={programmes.error} onRetry={() => void programmes.refetch()} />;
  return (
    <fieldset className="choice-set">
      <legend>{t('programme')}</legend>
      {list?.length === 0 ? <p className="quiet">{t('programme_none')}</p> : null}
      {list && list.length > 0 ? (
        <div className="programme-line">
          <select className="input" aria-label={t('programme')} value={adding ? '' : (chosen ?? '')} onChange={(event) => (event.target.value ? [onChoose(event.target.value), setAdding(false)] : undefined)}>
            {chosen && !adding ? null : <option value="">{t('choose_programme')}</option>}
            {list.map((programme) => (
              <option key={programme.id} value={programme.id}>
                {programme.title[language] + marks.aside(programme.code)}
              </option>
            ))}
          </select>
          <button type="button" className="button" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {t('programme_new')}
          </button>
        </div>
      ) : null}
      {adding ? <NewProgramme onMade={(id) => [onChoose(id), setAdding(false)]} /> : null}
    </fieldset>
  );
}

function NewProgramme({ onMade }: { readonly onMade: (id: string) => void }) {
  const t = useTexts(officerTexts);
  const session = useSession();
  const [code, setCode] = useState('');
  const [zh, setZh] = useState('');
  const nodePath = session?.account.roles.find(({ role }) => role === 'officer')?.nodePath ?? '';
  const create = useCommand({
    run: (_: void, key) => api.programmesCreate({ body: { nodePath, code: code.trim().toUpperCase(), title: { zh: zh.trim(), en: zh.trim() } }, headers: { 'Idempotency-Key': key } }),
    refresh: [programmesQuery.queryKey, ['programmes']],
    onDone: ({ id }) => onMade(id),
  });
  return (
    <div className="new-programme">
      <TextField label={t('programme_title')} value={zh} onChange={(event) => setZh(event.target.value)} />
      <TextField className="short" label={t('programme_code')} hint={t('programme_code_hint')} value={code} onChange={(event) => setCode(event.target.value)} />
      {create.isError ? <ErrorNote error={create.error} /> : null}
      <ActionButton kind="secondary" onAct={() => create.mutate()} busy={create.isPending} refusal={zh.trim() && code.trim() ? null : t('programme_needs')}>
        {t('programme_create')}
      </ActionButton>
    </div>
  );
}
