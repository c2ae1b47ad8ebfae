import { useQuery } from '@tanstack/react-query';
import { api, useCommand, type BlindFileView } from '../../../api/index.js';
import { ActDialog, DocumentLink, Empty, ErrorNote, useJoin, useTexts } from '../../../ui/index.js';
import { ScoringTable } from '../scoring-table.js';
import { blindFilesQuery } from '../queries.js';
import { blindFilesTexts } from './blind-files-texts.js';

interface BlindFilesProps {
  readonly callId: string;
  readonly stageKey: string;
  readonly mine: boolean;
}

/** Every file that blind judges could read: what was found in it, and whether they do. */
export function BlindFilesTab({ callId, stageKey, mine }: BlindFilesProps) {
  const t = useTexts(blindFilesTexts);
  const { data: files, error, refetch } = useQuery(blindFilesQuery(callId, stageKey));
  if (error && !files) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!files) return <p className="quiet" role="status">{t('loading')}</p>;
  if (files.length === 0) return <Empty small why={t('none')} what={t('none_what')} />;
  const waiting = files.filter(({ finding, decision }) => finding !== 'clear' && finding !== 'unfit' && decision === null).length;
  return (
    <>
      <p className="quiet">{t('lead')}</p>
      {waiting > 0 ? <p className="tone-waiting">{t('waits', { count: waiting })}</p> : null}
      <div className="board-scroll" tabIndex={0} role="region" aria-label={t('tab')}>
        <ScoringTable>
          <thead>
            <tr>
              <th scope="col">{t('application')}</th>
              <th scope="col">{t('file')}</th>
              <th scope="col">{t('found')}</th>
              <th scope="col">{t('judges')}</th>
              <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <Row key={file.documentId} callId={callId} stageKey={stageKey} mine={mine} file={file} />
            ))}
          </tbody>
        </ScoringTable>
      </div>
    </>
  );
}

function Row({ callId, stageKey, mine, file }: BlindFilesProps & { readonly file: BlindFileView }) {
  const t = useTexts(blindFilesTexts);
  const join = useJoin();
  const found = file.finding === 'named' ? t('f_named', { what: join(file.masks) }) : t(`f_${file.finding as Exclude<BlindFileView['finding'], 'named'>}`);
  return (
    <tr>
      <th scope="row">
        {file.projectName} <span className="quiet figures">{file.number}</span>
      </th>
      <td>
        <DocumentLink id={file.documentId} name={file.name} />
        <span className="quiet blind-shown-name">{t('as_shown', { name: file.shownName })}</span>
      </td>
      <td>{found}</td>
      <td>
        {t(file.shown ? 'shown' : 'withheld')}
        {file.decision ? <span className="quiet blind-shown-name">{t('decided', { reason: file.decision })}</span> : null}
      </td>
      <td className="right">{mine && file.finding !== 'unfit' && file.finding !== 'quarantined' ? <Decide callId={callId} stageKey={stageKey} file={file} /> : null}</td>
    </tr>
  );
}

function Decide({ callId, stageKey, file }: Omit<BlindFilesProps, 'mine'> & { readonly file: BlindFileView }) {
  const t = useTexts(blindFilesTexts);
  const shown = !file.shown;
  const decide = useCommand<string, unknown>({ run: (reason, key) => api.blindFilesDecide({ path: { callId, stageKey, documentId: file.documentId }, body: { shown, reason }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring', 'blind-files']] });
  return (
    <ActDialog label={t(shown ? 'show' : 'withhold')} kind="secondary" reason={{ label: t('reason'), hint: t('reason_hint'), least: 2 }} onAct={(reason) => decide.mutateAsync(reason)}>
      <p>{t('show_what')}</p>
    </ActDialog>
  );
}
