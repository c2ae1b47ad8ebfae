import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BlindFileView } from '../../../api/index.js';
import { DocumentLink, Empty, ErrorNote, useJoin, useTexts } from '../../../ui/index.js';
import { ScoringTable } from '../scoring-table.js';
import { blindFilesQuery } from '../queries.js';
import { DecideMany, DecideOne } from './blind-files-decide.js';
import { blindFilesTexts } from './blind-files-texts.js';

interface BlindFilesProps {
  readonly callId: string;
  readonly stageKey: string;
  readonly mine: boolean;
}

const isDecidable = ({ finding }: BlindFileView): boolean => finding !== 'unfit' && finding !== 'quarantined';
const waits = (file: BlindFileView): boolean => isDecidable(file) && file.finding !== 'clear' && file.decision === null;

/** Every file that blind judges could read: what was found in it, and whether they do. */
export function BlindFilesTab({ callId, stageKey, mine }: BlindFilesProps) {
  const t = useTexts(blindFilesTexts);
  const { data: files, error, refetch } = useQuery(blindFilesQuery(callId, stageKey));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (error && !files) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!files) return <p className="quiet" role="status">{t('loading')}</p>;
  if (files.length === 0) return <Empty small why={t('none')} what={t('none_what')} />;
  const waiting = files.filter(waits);
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <>
      <p className="quiet">{t('lead')}</p>
      {waiting.length > 0 ? <p className="tone-waiting">{t('waits', { count: waiting.length })}</p> : null}
      {mine ? (
        <DecideMany callId={callId} stageKey={stageKey} files={files.filter((file) => chosen.has(file.documentId) && isDecidable(file))} onClear={() => setChosen(new Set())}>
          {waiting.length > 0 ? <button type="button" className="button" onClick={() => setChosen(new Set(waiting.map(({ documentId }) => documentId)))}>{t('choose_waiting', { count: waiting.length })}</button> : null}
        </DecideMany>
      ) : null}
      <div className="board-scroll" tabIndex={0} role="region" aria-label={t('tab')}>
        <ScoringTable>
          <thead>
            <tr>
              {mine ? <th scope="col"><span className="visually-hidden">{t('choose')}</span></th> : null}
              <th scope="col">{t('application')}</th>
              <th scope="col">{t('file')}</th>
              <th scope="col">{t('found')}</th>
              <th scope="col">{t('judges')}</th>
              <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <Row key={file.documentId} callId={callId} stageKey={stageKey} mine={mine} file={file} chosen={chosen.has(file.documentId)} onChoose={() => toggle(file.documentId)} />
            ))}
          </tbody>
        </ScoringTable>
      </div>
    </>
  );
}

/** So many are named; an officer who finds something on each of them looks at every page anyway. */
const MOST_NAMED = 12;

function usePages(pages: readonly number[]): string | null {
  const t = useTexts(blindFilesTexts);
  if (pages.length === 0) return null;
  const named = pages.slice(0, MOST_NAMED).join(t('between_pages'));
  return pages.length > MOST_NAMED ? t('pages_and_more', { pages: named, count: pages.length }) : t('pages', { pages: named });
}

interface RowProps extends BlindFilesProps {
  readonly file: BlindFileView;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Row({ callId, stageKey, mine, file, chosen, onChoose }: RowProps) {
  const t = useTexts(blindFilesTexts);
  const join = useJoin();
  const pages = usePages(file.unreadPages);
  const found = file.finding === 'named' ? t('f_named', { what: join(file.masks) }) : t(`f_${file.finding as Exclude<BlindFileView['finding'], 'named'>}`);
  const decidable = isDecidable(file);
  return (
    <tr>
      {mine ? (
        <td className="blind-choose">
          {decidable ? (
            <label>
              <input type="checkbox" checked={chosen} onChange={onChoose} aria-label={t('choose_file', { name: file.name })} />
            </label>
          ) : null}
        </td>
      ) : null}
      <th scope="row">
        {file.projectName} <span className="quiet figures">{file.number}</span>
      </th>
      <td>
        <DocumentLink id={file.documentId} name={file.name} />
        <span className="quiet blind-shown-name">{t('as_shown', { name: file.shownName })}</span>
      </td>
      <td>
        {found}
        {pages ? <span className="quiet blind-shown-name">{pages}</span> : null}
      </td>
      <td className="blind-judges">
        {t(file.shown ? 'shown' : 'withheld')}
        {file.decision ? <span className="quiet blind-shown-name">{t('decided', { reason: file.decision })}</span> : null}
      </td>
      <td className="right blind-acts">{mine && decidable ? <DecideOne callId={callId} stageKey={stageKey} file={file} /> : null}</td>
    </tr>
  );
}
