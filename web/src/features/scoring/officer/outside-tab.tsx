import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { api, useCommand, type OutsideScoresView } from '../../../api/index.js';
import { Empty, ErrorNote, useSay, useTexts } from '../../../ui/index.js';
import { ScoringTable } from '../scoring-table.js';
import { outsideQuery } from '../queries.js';
import { OutsideFile } from './outside-file.js';
import { officerTexts } from './officer-texts.js';

type Source = OutsideScoresView['sources'][number];
type Judged = OutsideScoresView['applications'][number];
interface Place {
  readonly source: Source;
  readonly application: Judged;
}

/** What no judge gives: entered by staff, with the evidence. */
export function OutsideTab({ callId, mine }: { readonly callId: string; readonly mine: boolean }) {
  const say = useSay();
  const t = useTexts(officerTexts);
  const { data, error, refetch } = useQuery(outsideQuery(callId));
  const [place, setPlace] = useState<Place | null>(null);
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  if (data.applications.length === 0) return <Empty why={t('outside_closed')} what={t('outside_closed_what')} />;
  return (
    <>
      <p className="quiet">{t('outside_what')}</p>
      <div className="board-scroll" tabIndex={0} role="region" aria-label={t('tab_outside')}>
        <ScoringTable>
          <thead>
            <tr>
              <th scope="col">{t('project')}</th>
              {data.sources.map((source) => (
                <th key={source.source} scope="col" className="right">
                  {say(source.title)} <span className="quiet figures">{t('outside_max', { max: source.max })}</span>
                  {mine ? <OutsideFile callId={callId} source={source.source} /> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.applications.map((application) => (
              <tr key={application.applicationId}>
                <th scope="row">
                  {application.projectName} <span className="quiet figures">{application.number}</span>
                </th>
                {data.sources.map((source) => (
                  <Value key={source.source} data={data} source={source} application={application} onEnter={mine ? () => setPlace({ source, application }) : undefined} />
                ))}
              </tr>
            ))}
          </tbody>
        </ScoringTable>
      </div>
      {place ? <EnterValue callId={callId} place={place} onClose={() => setPlace(null)} /> : null}
    </>
  );
}

function Value({ data, source, application, onEnter }: Place & { readonly data: OutsideScoresView; readonly onEnter: (() => void) | undefined }) {
  const t = useTexts(officerTexts);
  const found = data.values.find((one) => one.applicationId === application.applicationId && one.source === source.source);
  return (
    <td className="right figures">
      {found ? <span title={found.note}>{found.value}</span> : '–'}{' '}
      {onEnter ? (
        <button type="button" className="link-button" aria-label={`${t('outside_enter')} ${application.projectName}`} onClick={onEnter}>
          {t('outside_enter')}
        </button>
      ) : null}
    </td>
  );
}

function EnterValue({ callId, place: { source, application }, onClose }: { readonly callId: string; readonly place: Place; readonly onClose: () => void }) {
  const say = useSay();
  const t = useTexts(officerTexts);
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const record = useCommand<void, unknown>({
    run: (_, key) => api.panelRecord({ path: { callId }, body: { applicationId: application.applicationId, source: source.source, value: value.trim(), note: note.trim() }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: onClose,
  });
  const wrongValue = !/^\d{1,9}(\.\d{1,4})?$/.test(value.trim()) || Number(value) > source.max;
  const wrongNote = note.trim().length < 2;
  const send = () => {
    setTried(true);
    if (!wrongValue && !wrongNote) record.mutate();
  };
  return (
    <Modal open title={t('outside_title', { project: application.projectName, source: say(source.title) })} okText={t('outside_enter')} cancelText={t('cancel')} confirmLoading={record.isPending} onOk={send} onCancel={onClose}>
      <div className="field">
        <label htmlFor="outside-value">{t('outside_value')}</label>
        <Input id="outside-value" inputMode="decimal" value={value} autoFocus status={tried && wrongValue ? 'error' : ''} onChange={(event) => setValue(event.target.value)} />
        {tried && wrongValue ? <span className="wrong">{t('outside_value_due', { max: source.max })}</span> : null}
      </div>
      <div className="field">
        <label htmlFor="outside-note">{t('outside_note')}</label>
        <Input.TextArea id="outside-note" rows={2} maxLength={500} value={note} status={tried && wrongNote ? 'error' : ''} onChange={(event) => setNote(event.target.value)} />
        {tried && wrongNote ? <span className="wrong">{t('reason_due')}</span> : null}
      </div>
      {record.isError ? <ErrorNote error={record.error} /> : null}
    </Modal>
  );
}
