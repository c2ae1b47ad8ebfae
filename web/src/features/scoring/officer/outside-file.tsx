import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { uploadFile, type OutsideScoresView } from '../../../api/index.js';
import { ErrorNote, Icon, useAttempt, useTexts } from '../../../ui/index.js';
import { outsideFileTexts } from './outside-file-texts.js';

/** Many values of one source at once: a template to fill in, and the file taken whole or not at all. */
export function OutsideFile({ callId, source }: { readonly callId: string; readonly source: string }) {
  const t = useTexts(outsideFileTexts);
  const queries = useQueryClient();
  const chosen = useRef<HTMLInputElement>(null);
  const { busy, error, attempt } = useAttempt();
  const [taken, setTaken] = useState<number | null>(null);
  const path = `/api/calls/${callId}/outside-scores/${source}`;
  const take = (file: File | undefined) =>
    file && void attempt(async () => {
      setTaken(null);
      const { values } = await uploadFile<OutsideScoresView>(`${path}/import`, file);
      setTaken(values.filter((value) => value.source === source).length);
      await queries.invalidateQueries({ queryKey: ['scoring'] });
    });
  return (
    <div className="outside-file">
      <a className="link-button" href={`${path}/template`} download>
        <Icon name="download" /> {t('template')}
      </a>
      <button type="button" className="link-button" aria-disabled={busy} onClick={() => chosen.current?.click()}>
        <Icon name="up" /> {busy ? t('reading') : t('import')}
      </button>
      <input ref={chosen} type="file" accept=".xlsx" hidden aria-label={t('import')} onChange={(event) => {
        take(event.target.files?.[0]);
        event.target.value = '';
      }} />
      {taken === null ? null : <span className="tone-done done-word" role="status">{t('taken', { count: taken })}</span>}
      {error ? <ErrorNote error={error} /> : null}
    </div>
  );
}
