import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { uploadFile, type OfflineReadingView } from '../../../api/index.js';
import { ErrorNote, FileDrop, Icon, PageShell, useAttempt, useLanguage, useTexts } from '../../../ui/index.js';
import '../form/application-form.css';
import { useOpened, type Opened } from '../form/use-opened.js';
import '../parts/own.css';
import { offlineTexts } from '../texts-offline.js';
import '../together/together.css';
import { CheckReading } from '../offline/check-reading.js';

/** Take the form away, bring it back, see what was read, put it into the draft. */
export default function OfflinePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { opened, error, again } = useOpened(id);
  if (error) return <article className="page"><ErrorNote error={error} onRetry={again} /></article>;
  return opened ? <Offline opened={opened} onSaved={again} /> : <p className="opening quiet" role="status">…</p>;
}

function Offline({ opened, onSaved }: { readonly opened: Opened; readonly onSaved: () => void }) {
  const t = useTexts(offlineTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const [reading, setReading] = useState<OfflineReadingView | null>(null);
  const { application, call } = opened;
  const { id, part, status, number, organisationName, projectName } = application;
  const mayEdit = (part === 'own' || part === 'edit') && (status === 'draft' || status === 'returned');
  const hasBudget = call.rulebook.form.sections.some(({ questions }) => questions.some(({ kind }) => kind === 'budget'));
  return (
    <PageShell title={t('title')} reference={[projectName, number ?? call.number, organisationName].filter(Boolean).join(' · ')} back={{ to: `/desk/my-applications/${id}`, label: t('back') }}>
      <p className="quiet prose">{t('lead')}</p>
      <ol className="offline-steps">
        <li>
          <h2>{t('step_one')}</h2>
          <p className="quiet">{t('with_answers')}</p>
          <p className="offline-downloads">
            <a className="button" href={`/api/applications/${id}/offline-form?language=${language}`} download>
              <Icon name="download" />
              {t('form')}
            </a>
            {hasBudget ? (
              <a className="button" href={`/api/applications/${id}/offline-budget?language=${language}`} download>
                <Icon name="download" />
                {t('budget')}
              </a>
            ) : null}
          </p>
        </li>
        <li>
          <h2>{t('step_two')}</h2>
          {mayEdit ? <Upload id={id} onRead={setReading} /> : <p>{t('not_editable')}</p>}
        </li>
        {reading ? (
          <li>
            <h2>{t('step_three')}</h2>
            <CheckReading
              key={`${reading.fileName} ${reading.version}`}
              opened={opened}
              reading={reading}
              onDone={() => {
                onSaved();
                void navigate({ to: `/desk/my-applications/${id}/form` });
              }}
            />
          </li>
        ) : null}
      </ol>
    </PageShell>
  );
}

const MOST_BYTES = 10 * 1024 * 1024;

function Upload({ id, onRead }: { readonly id: string; readonly onRead: (reading: OfflineReadingView | null) => void }) {
  const t = useTexts(offlineTexts);
  const { busy, error, attempt } = useAttempt();
  const read = (file: File | undefined) => {
    if (!file || busy) return;
    onRead(null);
    void attempt(async () => onRead(await uploadFile<OfflineReadingView>(`/api/applications/${id}/offline-reading`, file)));
  };
  return (
    <>
      <FileDrop label={t('choose')} limits={t('limits')} accept=".docx,.xlsx" maxBytes={MOST_BYTES} files={[]} onAdd={([file]) => read(file)} />
      <p role="status" className="quiet">
        {busy ? t('reading') : null}
      </p>
      {error ? <ErrorNote error={error} kept={t('kept')} /> : null}
    </>
  );
}
