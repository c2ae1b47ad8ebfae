import { useState, type FormEvent } from 'react';
import { api, useCommand, type ObjectionAnswerView, type ObjectionBody, type ObjectionTermsView, type SubjectView } from '../../../api/index.js';
import { ErrorNote, Icon, TextAreaField, TextField, useLanguage, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { publicTexts } from '../texts-public.js';
import { rulesOf } from './rules.js';

type Who = 'person' | 'organisation' | 'anonymous';

interface Filled {
  readonly about: string;
  readonly who: Who;
  readonly name: string;
  readonly contact: string;
  readonly organisation: string;
  readonly sealed: boolean;
  readonly text: string;
}

interface ObjectionFormProps {
  readonly callId: string;
  readonly terms: ObjectionTermsView;
  readonly subjects: readonly SubjectView[];
  readonly onSent: (answer: ObjectionAnswerView) => void;
}

type T = ReturnType<typeof useTexts<(typeof publicTexts)['texts']>>;

export function ObjectionForm({ callId, terms, subjects, onSent }: ObjectionFormProps) {
  const t = useTexts(publicTexts);
  const marks = useMarks();
  const say = useSay();
  const language = useLanguage();
  const [filled, setFilled] = useState<Filled>({ about: '', who: 'person', name: '', contact: '', organisation: '', sealed: false, text: '' });
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Filled>) => setFilled((before) => ({ ...before, ...change }));
  const wrong = wrongIn(filled, terms, t);
  const send = useCommand({
    run: (_: void, key) => api.publicNoticesObject({ path: { callId }, body: bodyOf(filled), headers: { 'Idempotency-Key': key } }),
    onDone: onSent,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrong).length === 0 && !send.isPending) send.mutate();
  };
  return (
    <form className="objection-form" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor="objection-about">{t('about')}</label>
        <select id="objection-about" className="input" value={filled.about} onChange={(event) => set({ about: event.target.value })}>
          <option value="">{t('about_list')}</option>
          {subjects.map(({ applicationId, projectName, organisationName }) => (
            <option key={applicationId} value={applicationId}>{projectName + marks.aside(organisationName)}</option>
          ))}
        </select>
      </div>
      <TextAreaField label={t('text')} rows={7} maxLength={5000} hint={t('text_hint')} value={filled.text} onChange={(event) => set({ text: event.target.value })} wrong={tried ? wrong.text : undefined} />
      <WhoFields filled={filled} set={set} terms={terms} wrong={tried ? wrong : {}} />
      <p className="quiet">{rulesOf(terms, t, say).join(language === 'zh' ? '' : ' ')}</p>
      {filled.who === 'anonymous' ? null : <p className="quiet">{t('privacy')}</p>}
      {send.error ? <ErrorNote error={send.error} /> : null}
      <div>
        <button type="submit" className="button primary" aria-disabled={send.isPending}>
          {send.isPending ? <Icon name="spinner" className="spin" /> : null}
          {t('send')}
        </button>
      </div>
    </form>
  );
}

interface WhoFieldsProps {
  readonly filled: Filled;
  readonly set: (change: Partial<Filled>) => void;
  readonly terms: ObjectionTermsView;
  readonly wrong: Wrong;
}

function WhoFields({ filled, set, terms, wrong }: WhoFieldsProps) {
  const t = useTexts(publicTexts);
  return (
    <>
      <fieldset>
        <legend>{t('who')}</legend>
        {(['person', 'organisation', 'anonymous'] as const).map((who) => (
          <label key={who} className="choice-line">
            <input type="radio" name="who" checked={filled.who === who} onChange={() => set({ who })} />
            {t(`who_${who}`)}
          </label>
        ))}
        {filled.who === 'anonymous' ? <p className="quiet">{t(terms.anonymous === 'read_only' ? 'rule_anonymous_read' : 'rule_anonymous_not')}</p> : null}
      </fieldset>
      {filled.who === 'organisation' ? <TextField label={t('organisation')} maxLength={120} autoComplete="organization" value={filled.organisation} onChange={(event) => set({ organisation: event.target.value })} wrong={wrong.organisation} /> : null}
      {filled.who === 'anonymous' ? null : (
        <>
          <TextField label={filled.who === 'organisation' ? t('name_organisation') : t('name')} maxLength={60} autoComplete="name" value={filled.name} onChange={(event) => set({ name: event.target.value })} wrong={wrong.name} />
          <TextField label={t('contact')} maxLength={120} hint={t('contact_hint')} value={filled.contact} onChange={(event) => set({ contact: event.target.value })} wrong={wrong.contact} />
        </>
      )}
      {filled.who === 'organisation' && terms.seal ? (
        <div className="field">
          <label className="tick-line">
            <input type="checkbox" checked={filled.sealed} onChange={(event) => set({ sealed: event.target.checked })} />
            {t('sealed')}
          </label>
          {wrong.sealed ? (
            <span className="wrong">
              <Icon name="alert" />
              {wrong.sealed}
            </span>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

type Wrong = Partial<Record<'name' | 'contact' | 'organisation' | 'sealed' | 'text', string>>;

const least = (text: string): number => [...text.trim()].length;

function wrongIn(filled: Filled, terms: ObjectionTermsView, t: T): Wrong {
  const named = filled.who !== 'anonymous' && terms.realName;
  const organised = filled.who === 'organisation';
  return {
    ...(least(filled.text) < 10 ? { text: t('need_text') } : {}),
    ...(named && !filled.name.trim() ? { name: t('need_name') } : {}),
    ...(named && !filled.contact.trim() ? { contact: t('need_contact') } : {}),
    ...(organised && !filled.organisation.trim() ? { organisation: t('need_organisation') } : {}),
    ...(organised && terms.seal && !filled.sealed ? { sealed: t('need_seal') } : {}),
  };
}

function bodyOf({ about, who, name, contact, organisation, sealed, text }: Filled): ObjectionBody {
  const subject = about ? { applicationId: about } : {};
  if (who === 'anonymous') return { text: text.trim(), anonymous: true, ...subject };
  return {
    text: text.trim(), anonymous: false, ...subject, ...(name.trim() ? { name: name.trim() } : {}), ...(contact.trim() ? { contact: contact.trim() } : {}),
    ...(who === 'organisation' ? { organisation: organisation.trim(), sealed } : {}),
  };
}
