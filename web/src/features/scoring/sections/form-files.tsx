import { useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { uploadFile, type FormUploadedView } from '../../../api/index.js';
import { ErrorNote, Icon, useAttempt, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { formTexts } from './form-texts.js';

/** All open sheets of a seat as a workbook: to take away, and to bring back as drafts. */
export function FormFiles({ seatId }: { readonly seatId: string }) {
  const t = useTexts(formTexts);
  const queries = useQueryClient();
  const chosen = useRef<HTMLInputElement>(null);
  const { busy, error, attempt } = useAttempt();
  const [told, setTold] = useState<FormUploadedView | null>(null);
  const take = (file: File | undefined) =>
    file && void attempt(async () => {
      setTold(await uploadFile<FormUploadedView>(`/api/judging/${seatId}/form`, file));
      await queries.invalidateQueries({ queryKey: ['judging'] });
    });
  return (
    <details className="form-files no-print">
      <summary>{t('title')}</summary>
      <p className="quiet">{t('what')}</p>
      <p className="form-file-tools">
        <a className="button" href={`/api/judging/${seatId}/form`} download>
          <Icon name="download" /> {t('download')}
        </a>
        <button type="button" className="button" aria-disabled={busy} onClick={() => chosen.current?.click()}>
          <Icon name="up" /> {busy ? t('reading') : t('upload')}
        </button>
        <input ref={chosen} type="file" accept=".xlsx" hidden aria-label={t('upload')} onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }} />
      </p>
      {error ? <ErrorNote error={error} /> : null}
      {told ? <Told told={told} seatId={seatId} /> : null}
    </details>
  );
}

const TONES: Record<string, Tone> = { saved: 'done', unchanged: 'quiet', empty: 'quiet', clash: 'late', refused: 'late' };

function Told({ told, seatId }: { readonly told: FormUploadedView; readonly seatId: string }) {
  const say = useSay();
  const t = useTexts(formTexts);
  return (
    <div role="status">
      <p className="tone-done done-word">{t('saved_count', { count: told.saved })}</p>
      <ul className="form-lines">
        {told.lines.map((line) => (
          <li key={line.line}>
            <span className="figures quiet">{t('line', { line: line.line })}</span> {line.projectName}{' '}
            <span className={`tone-${TONES[line.outcome]} done-word`}>{t(line.outcome)}</span>
            {line.reason ? <span className="quiet"> {say(line.reason)}</span> : null}
            {line.outcome === 'clash' ? <span className="quiet figures"> {t('both', { form: line.formTotal ?? '–', kept: line.keptTotal ?? '–' })}</span> : null}
            {line.outcome === 'clash' && line.applicationId ? (
              <>
                {' '}
                <Link to="/judge/sheets/$seatId/$applicationId" params={{ seatId, applicationId: line.applicationId } as never}>
                  {t('open')}
                </Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
