import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callChoicesQuery, type Rulebook, type TemplateView } from '../../../api/index.js';
import { Empty, ErrorNote, formatFen, TextField, useLanguage, useTexts } from '../../../ui/index.js';
import { isRulebook } from '../rulebook/fields/words.js';
import { templatesQuery } from '../officer-queries.js';
import { officerTexts } from '../texts-officer.js';

export type From = 'template' | 'call' | 'empty' | 'file';

/** What was chosen in each way stands there still when another way is looked at. */
export interface Start {
  readonly from: From;
  readonly template?: string;
  readonly callId?: string;
  readonly rulebook?: Rulebook;
}

const WAYS: readonly From[] = ['template', 'call', 'empty', 'file'];

/** From a published template, from an earlier call, from nothing, or from a file. */
export function ChooseStart({ start, onStart }: { readonly start: Start; readonly onStart: (start: Start) => void }) {
  const t = useTexts(officerTexts);
  return (
    <fieldset className="choice-set">
      <legend>{t('begin_from')}</legend>
      {WAYS.map((from) => (
        <div key={from} className="choice-way">
          <label className="choice-line">
            <input type="radio" name="from" checked={start.from === from} onChange={() => onStart({ ...start, from })} />
            <span>{t(`from_${from}`)}</span>
            <span className="quiet">{t(`from_${from}_what`)}</span>
          </label>
          {start.from === from && from !== 'empty' ? (
            <div className="choice-inner">
              <Inner start={start} onStart={onStart} />
            </div>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}

function Inner({ start, onStart }: { readonly start: Start; readonly onStart: (start: Start) => void }) {
  if (start.from === 'template') return <Templates chosen={start.template} onChoose={(template) => onStart({ ...start, template })} />;
  if (start.from === 'call') return <EarlierCalls chosen={start.callId} onChoose={(callId) => onStart({ ...start, callId })} />;
  return <RulesFile onRead={(rulebook) => onStart({ ...start, rulebook })} title={start.rulebook?.title} />;
}

function Templates({ chosen, onChoose }: { readonly chosen: string | undefined; readonly onChoose: (code: string) => void }) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const templates = useQuery(templatesQuery);
  const facts = ({ year, poolFen, awards, questions }: TemplateView) =>
    t('template_facts', { year, pool: formatFen(poolFen), awards: awards === null ? t('template_awards_open') : t('template_awards', { count: awards }), questions });
  if (templates.isError && !templates.data) return <ErrorNote error={templates.error} onRetry={() => void templates.refetch()} />;
  return (
    <div role="radiogroup" aria-label={t('choose_template')} aria-busy={templates.isLoading}>
      {templates.data?.map((template) => (
        <label key={template.code} className="choice-line">
          <input type="radio" name="template" checked={chosen === template.code} onChange={() => onChoose(template.code)} />
          <span>{template.title[language]}</span>
          <span className="quiet figures">{facts(template)}</span>
        </label>
      ))}
    </div>
  );
}

function EarlierCalls({ chosen, onChoose }: { readonly chosen: string | undefined; readonly onChoose: (id: string) => void }) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const calls = useQuery(callChoicesQuery);
  if (calls.isError && !calls.data) return <ErrorNote error={calls.error} onRetry={() => void calls.refetch()} />;
  if (calls.data?.items.length === 0) return <Empty small why={t('no_call_yet')} what={t('no_call_yet_what')} />;
  return (
    <div className="field">
      <label htmlFor="earlier-call">{t('choose_call')}</label>
      <select id="earlier-call" className="input" value={chosen ?? ''} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('choose_call')}</option>
        {calls.data?.items.map((call) => (
          <option key={call.id} value={call.id}>
            {`${call.number} ${call.title[language]}`}
          </option>
        ))}
      </select>
    </div>
  );
}

interface RulesFileProps {
  readonly title: { readonly zh: string; readonly en: string } | undefined;
  readonly onRead: (rulebook: Rulebook) => void;
}

function RulesFile({ title, onRead }: RulesFileProps) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const [wrong, setWrong] = useState(false);
  const read = async (file: File | undefined) => {
    const rulebook = file ? await readRules(file) : null;
    setWrong(file !== undefined && rulebook === null);
    if (rulebook) onRead(rulebook);
  };
  return <TextField type="file" accept=".json,application/json" label={t('choose_file')} wrong={wrong ? t('file_not_rules') : undefined} hint={title?.[language]} onChange={(event) => void read(event.target.files?.[0])} />;
}

/** The rulebook in a file, or nothing where the file holds none. */
export async function readRules(file: File): Promise<Rulebook | null> {
  try {
    const json: unknown = JSON.parse(await file.text());
    return isRulebook(json) ? json : null;
  } catch {
    return null;
  }
}
