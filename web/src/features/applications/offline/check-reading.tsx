import { useState } from 'react';
import { api, useCommand, type OfflineReadingView } from '../../../api/index.js';
import { ActionButton, ErrorNote, Icon, useSay, useTexts } from '../../../ui/index.js';
import type { Opened } from '../form/use-opened.js';
import { TwoAnswers } from '../parts/changed-answer.js';
import { myApplicationQuery, myApplicationsQuery } from '../queries-own.js';
import { offlineTexts } from '../texts-offline.js';

interface CheckReadingProps {
  readonly opened: Opened;
  readonly reading: OfflineReadingView;
  readonly onDone: () => void;
}

type Field = OfflineReadingView['fields'][number];
const nameOf = ({ section, question }: Pick<Field, 'section' | 'question'>): string => `${section}.${question}`;

/** Item by item what the file says and what the draft says; only what is ticked is taken over. */
export function CheckReading({ opened, reading, onDone }: CheckReadingProps) {
  const t = useTexts(offlineTexts);
  const say = useSay();
  const changed = reading.fields.filter(({ state }) => state === 'changed');
  const same = reading.fields.filter(({ state }) => state === 'same').length;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const taken = changed.filter((field) => !left.has(nameOf(field)));
  const saving = useCommand({ run: () => api.applicantChange({ path: { id: opened.application.id }, body: { changes: changesOf(reading, taken), version: reading.version } }), refresh: [myApplicationQuery(opened.application.id).queryKey, myApplicationsQuery.queryKey], onDone });
  const toggle = (field: Field) => setLeft((now) => new Set(now.has(nameOf(field)) ? [...now].filter((one) => one !== nameOf(field)) : [...now, nameOf(field)]));
  return (
    <>
      {reading.warning ? (
        <p className="code-line tone-waiting">
          <Icon name="alert" /> {say(reading.warning)}
        </p>
      ) : null}
      <Unread opened={opened} reading={reading} />
      <p>{changed.length > 0 ? t('read_from', { name: reading.fileName }) : t(reading.fields.length === 0 ? 'nothing' : 'nothing_new', { name: reading.fileName })}</p>
      {same > 0 ? <p className="quiet">{t('same', { count: same })}</p> : null}
      <ul className="offline-fields">
        {changed.map((field) => (
          <ReadField key={nameOf(field)} opened={opened} reading={reading} field={field} taken={!left.has(nameOf(field))} onToggle={() => toggle(field)} />
        ))}
      </ul>
      {saving.error ? <ErrorNote error={saving.error} kept={t('kept')} /> : null}
      {changed.length > 0 ? (
        <ActionButton busy={saving.isPending} refusal={taken.length === 0 ? t('none_chosen') : null} onAct={() => saving.mutate()}>
          {t('confirm', { count: taken.length })}
        </ActionButton>
      ) : null}
    </>
  );
}

/** Only what was ticked is told: whatever a colleague has saved since this page was opened stays as she saved it. */
function changesOf({ answers }: OfflineReadingView, taken: readonly Field[]): Record<string, Record<string, unknown>> {
  const changes: Record<string, Record<string, unknown>> = {};
  for (const { section, question } of taken) (changes[section] ??= {})[question] = answers[section]?.[question] ?? null;
  return changes;
}

const questionOf = ({ call }: Opened, { section, question }: Field) => call.rulebook.form.sections.find(({ key }) => key === section)?.questions.find(({ key }) => key === question);

function Unread({ opened, reading }: { readonly opened: Opened; readonly reading: OfflineReadingView }) {
  const t = useTexts(offlineTexts);
  const say = useSay();
  const unread = reading.fields.filter(({ state }) => state === 'unread');
  if (unread.length + reading.strange.length === 0) return null;
  return (
    <section className="correction tone-waiting" role="alert">
      <h3>{t('unread_title')}</h3>
      <p>{t('unread_lead')}</p>
      <ul className="mend-list">
        {unread.map((field) => {
          const question = questionOf(opened, field);
          return (
            <li key={`${nameOf(field)} ${field.why?.zh}`}>
              <span className="where">{question ? say(question.title) : ''}</span>
              {field.why ? say(field.why) : ''}
            </li>
          );
        })}
        {reading.strange.map((sentence) => (
          <li key={sentence.zh}>{say(sentence)}</li>
        ))}
      </ul>
    </section>
  );
}

interface ReadFieldProps {
  readonly opened: Opened;
  readonly reading: OfflineReadingView;
  readonly field: Field;
  readonly taken: boolean;
  readonly onToggle: () => void;
}

function ReadField({ opened, reading, field, taken, onToggle }: ReadFieldProps) {
  const t = useTexts(offlineTexts);
  const say = useSay();
  const question = questionOf(opened, field);
  if (!question) return null;
  const { section, question: key } = field;
  return (
    <li>
      <input type="checkbox" aria-label={t('take', { title: say(question.title) })} checked={taken} onChange={onToggle} />
      <div>
        <strong className="offline-field-title">{say(question.title)}</strong>
        <TwoAnswers question={question} before={opened.application.answers[section]?.[key]} after={reading.answers[section]?.[key]} names={[t('now'), t('then')]} book={opened.call.rulebook} files={[]} />
      </div>
    </li>
  );
}
