import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type OfficerCallView, type RulebookPreviewView } from '../../../../api/index.js';
import { ActionButton, ErrorNote, TextAreaField, useLanguage, useTexts } from '../../../../ui/index.js';
import { countsQuery } from '../../officer-queries.js';
import { editorTexts } from '../../texts-editor.js';
import { useBook } from '../editor-context.js';
import { ChangeList } from '../reading/change-list.js';
import type { Keeping } from './use-keeping.js';

/** A change of published rules: the differences, the reason, and what applicants will be told, before it is done. */
export function PublishChanges({ call, keeping }: { readonly call: OfficerCallView; readonly keeping: Keeping }) {
  const t = useTexts(editorTexts);
  const book = useBook();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const preview = useQuery({ queryKey: ['rulebook-preview', call.id, call.version, book], queryFn: () => api.rulebooksPreview({ path: { id: call.id }, body: { rulebook: book as never } }), gcTime: 0 });
  const against = useAgainst(preview.data);
  const publish = () => {
    setBusy(true);
    setFailure(null);
    keeping.save(reason.trim()).then(() => navigate({ to: `/desk/calls/${call.id}` as string, search: { tab: 'versions' } as never }), setFailure).finally(() => setBusy(false));
  };
  if (preview.isError && !preview.data) return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />;
  return (
    <section className="publish-changes">
      <h2>{t('changes_title')}</h2>
      {preview.data ? <ChangeList changes={preview.data.changes} before={call.rulebook} after={book} /> : null}
      <TextAreaField label={t('reason')} hint={t('reason_hint')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <WhatIsTold call={call} reason={reason.trim()} />
      {failure ? <ErrorNote error={failure} /> : null}
      <p className="part-tools">
        <ActionButton onAct={publish} busy={busy} refusal={against ?? (reason.trim().length < 4 ? t('reason_hint') : null)}>
          {t('publish_changes')}
        </ActionButton>
        <ActionButton kind="secondary" onAct={() => [keeping.drop(), void navigate({ to: '.', search: {} as never })]}>
          {t('discard')}
        </ActionButton>
      </p>
    </section>
  );
}

/** The server's reason against the change, or what is wrong with the rules. */
function useAgainst(preview: RulebookPreviewView | undefined): string | null {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  if (!preview) return t('preflight_busy');
  const errors = preview.problems.filter(({ severity }) => severity === 'error').length;
  if (preview.changes.length === 0) return t('nothing_changed');
  if (errors > 0) return t('errors_first', { count: errors });
  return preview.allowed ? null : (preview.reason?.[language] ?? null);
}

function WhatIsTold({ call, reason }: { readonly call: OfficerCallView; readonly reason: string }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const counts = useQuery(countsQuery(call.id)).data?.find(({ callId }) => callId === call.id);
  const many = counts?.organisations ?? 0;
  return (
    <figure className="news-preview">
      <figcaption>{t('applicants_read')}</figcaption>
      <p>
        <strong>{t('news_title', { number: call.number })}</strong>
      </p>
      <p>{t('news_body', { title: call.title[language], reason: reason || t('news_reason') })}</p>
      <p className="quiet">{many > 0 ? t('news_to', { count: many }) : t('news_nobody')}</p>
    </figure>
  );
}
