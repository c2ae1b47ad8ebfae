import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { api, useCommand, type AnalysisView, type RecheckRowView } from '../../../api/index.js';
import { ErrorNote, formatInstant, Icon, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { ScoringTable } from '../scoring-table.js';
import { analysisTexts } from './analysis-texts.js';

interface RecheckPartProps {
  readonly analysis: AnalysisView;
  readonly stageKey: string;
}

/** Which projects are compared with their papers again, and what was found. */
export function RecheckPart({ analysis, stageKey }: RecheckPartProps) {
  const say = useSay();
  const t = useTexts(analysisTexts);
  const [chosen, setChosen] = useState<RecheckRowView | null>(null);
  const { verdict, rows } = analysis.recheck;
  const open = rows.filter(({ finding }) => finding === null).length;
  return (
    <section className="analysis-part">
      <p className="quiet">{t('recheck_what')}</p>
      <p className={`tone-${verdict === 'sound' ? 'done' : verdict === 'open' ? 'waiting' : 'late'} reason-word`} role="status">
        <Icon name={verdict === 'sound' ? 'check' : 'hourglass'} /> {t(`verdict_${verdict}` as 'verdict_open', { count: open })}
      </p>
      <div className="board-scroll" tabIndex={0} role="region" aria-label={t('tab_recheck')}>
        <ScoringTable className="analysis-figures">
          <thead>
            <tr>
              <th scope="col" className="right">{t('rank')}</th>
              <th scope="col">{t('project')}</th>
              <th scope="col">{t('why')}</th>
              <th scope="col">{t('finding')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.applicationId}>
                <td className="right figures">{row.rank}</td>
                <th scope="row">
                  {row.projectName} <span className="quiet figures by">{row.board ? `${say(row.board)} · ` : ''}{row.number}</span>
                </th>
                <td>{t(`why_${row.why}` as 'why_first')}</td>
                <td>
                  <Finding row={row} onRecord={analysis.mine ? () => setChosen(row) : undefined} />
                </td>
              </tr>
            ))}
          </tbody>
        </ScoringTable>
      </div>
      {chosen ? <Record callId={analysis.callId} stageKey={stageKey} row={chosen} onClose={() => setChosen(null)} /> : null}
    </section>
  );
}

function Finding({ row, onRecord }: { readonly row: RecheckRowView; readonly onRecord: (() => void) | undefined }) {
  const marks = useMarks();
  const t = useTexts(analysisTexts);
  if (row.finding === null) {
    return onRecord ? (
      <button type="button" className="button" aria-label={`${t('record')} ${row.projectName}`} onClick={onRecord}>
        {t('record')}
      </button>
    ) : (
      <span className="quiet">–</span>
    );
  }
  return (
    <>
      <span className={`tone-${row.finding === 'same' ? 'done' : 'late'} reason-word`}>
        <Icon name={row.finding === 'same' ? 'check' : 'alert'} /> {t(`finding_${row.finding}`)}
      </span>
      <span className="quiet by">
        {row.checkedBy} {row.checkedAt ? formatInstant(new Date(row.checkedAt)) : ''}
        {row.quality ? ` · ${t('quality')}${marks.colon}${t(`quality_${row.quality}` as 'quality_1')}` : ''} · {row.note}
      </span>
    </>
  );
}

interface RecordProps {
  readonly callId: string;
  readonly stageKey: string;
  readonly row: RecheckRowView;
  readonly onClose: () => void;
}

function Record({ callId, stageKey, row, onClose }: RecordProps) {
  const t = useTexts(analysisTexts);
  const [finding, setFinding] = useState<'same' | 'error' | null>(null);
  const [quality, setQuality] = useState<number | undefined>(undefined);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const record = useCommand<'same' | 'error', unknown>({
    run: (found, key) => api.analysisRecheck({ path: { callId, stageKey }, body: { applicationId: row.applicationId, finding: found, note: note.trim(), ...(quality === undefined ? {} : { quality }) }, headers: { 'Idempotency-Key': key } }),
    refresh: [['scoring', 'analysis']], onDone: onClose,
  });
  const short = note.trim().length < 2;
  const send = () => {
    setTried(true);
    if (finding && !short) record.mutate(finding);
  };
  return (
    <Modal open title={t('record_title', { project: row.projectName })} okText={t('record')} cancelText={t('cancel')} confirmLoading={record.isPending} onOk={send} onCancel={onClose}>
      <p className="quiet">{t('record_what')}</p>
      <div className="field recheck-field" role="radiogroup" aria-labelledby="recheck-finding">
        <span className="field-label" id="recheck-finding">{t('compared')}</span>
        <Radio.Group value={finding} onChange={(event) => setFinding(event.target.value as 'same' | 'error')} options={[{ value: 'same', label: t('compared_same') }, { value: 'error', label: t('compared_error') }]} />
        {tried && finding === null ? <span className="wrong">{t('compared_due')}</span> : null}
      </div>
      <div className="field recheck-field" role="radiogroup" aria-labelledby="recheck-quality">
        <span className="field-label" id="recheck-quality">{t('quality_optional')}</span>
        <Radio.Group value={quality} onChange={(event) => setQuality(event.target.value as number)} options={[1, 2, 3].map((value) => ({ value, label: t(`quality_${value}` as 'quality_1') }))} />
      </div>
      <div className="field recheck-field">
        <label htmlFor="recheck-note">{t('note')}</label>
        <Input.TextArea id="recheck-note" rows={3} maxLength={500} placeholder={t('note_example')} value={note} status={tried && short ? 'error' : ''} onChange={(event) => setNote(event.target.value)} />
        {tried && short ? <span className="wrong">{t('note_due')}</span> : null}
      </div>
      {record.isError ? <ErrorNote error={record.error} /> : null}
    </Modal>
  );
}
