import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type JudgePerformanceView } from '../../../api/index.js';
import { ActDialog, DueDay, ErrorNote, Instant, TextField, useSay, useTexts } from '../../../ui/index.js';
import { Alias } from '../alias.js';
import { ScoringTable } from '../scoring-table.js';
import { performanceQuery } from '../queries.js';
import { signed } from './judges-part.js';
import { performanceTexts } from './performance-texts.js';

interface PerformanceProps {
  readonly callId: string;
  readonly stageKey: string;
}

/** Each judge's duties in figures, and what an officer records of them. */
export function PerformancePart({ callId, stageKey }: PerformanceProps) {
  const t = useTexts(performanceTexts);
  const say = useSay();
  const { data, error, refetch } = useQuery(performanceQuery(callId, stageKey));
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  return (
    <>
      <p className="quiet">{say(data.rule)}</p>
      {data.dueBy && data.judges.some(({ record }) => record === null) ? <p className="due-line">{t('due_by')} <DueDay day={data.dueBy} open={data.mine} /></p> : null}
      <div className="board-scroll" tabIndex={0} role="region" aria-label={t('tab')}>
        <ScoringTable>
          <thead>
            <tr>
              <th scope="col">{t('judge')}</th>
              {(['sheets', 'recused', 'late', 'severity', 'spread', 'agreement'] as const).map((key) => (
                <th key={key} scope="col" className="right">{t(key)}</th>
              ))}
              <th scope="col">{t('record')}</th>
              <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>
            </tr>
          </thead>
          <tbody>
            {data.judges.map((judge) => (
              <Row key={judge.accountId} place={{ callId, stageKey }} judge={judge} mine={data.mine} />
            ))}
          </tbody>
        </ScoringTable>
      </div>
    </>
  );
}

function Row({ place, judge, mine }: { readonly place: PerformanceProps; readonly judge: JudgePerformanceView; readonly mine: boolean }) {
  const t = useTexts(performanceTexts);
  const { record } = judge;
  return (
    <tr>
      <th scope="row">
        {judge.name} <span className="quiet"><Alias name={judge.alias} /></span>
      </th>
      <td className="right figures">
        {judge.submitted} / {judge.due}
      </td>
      <td className="right figures">{judge.recused}</td>
      {([judge.late, judge.severity === null ? null : signed(judge.severity), judge.spread, judge.agreement] as const).map((figure, at) => (
        <td key={at} className="right figures">{figure ?? t('none_figure')}</td>
      ))}
      <td>
        {record ? (
          <>
            <span className={record.score < 60 ? 'tone-late' : ''}>{t('scored', { score: record.score })}</span> {record.complaints > 0 ? t('complaints', { count: record.complaints }) : ''} {record.note}
            <span className="quiet blind-shown-name">
              {t('by', { name: record.recordedBy })} <Instant at={record.recordedAt} zone={false} />
            </span>
          </>
        ) : (
          <span className="quiet">{t('none')}</span>
        )}
      </td>
      <td className="right">{mine ? <Record place={place} judge={judge} /> : null}</td>
    </tr>
  );
}

/** An empty field is no zero. */
const isWhole = (typed: string): boolean => /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= 100;

function Record({ place, judge }: { readonly place: PerformanceProps; readonly judge: JudgePerformanceView }) {
  const t = useTexts(performanceTexts);
  const [score, setScore] = useState(String(judge.record?.score ?? ''));
  const [complaints, setComplaints] = useState(String(judge.record?.complaints ?? 0));
  const record = useCommand<string, unknown>({
    run: (note, key) => api.performanceRecord({ path: { ...place, accountId: judge.accountId }, body: { score: Number(score), complaints: Number(complaints), note }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']],
  });
  return (
    <ActDialog label={t(judge.record ? 'rewrite' : 'write')} title={t('title', { name: judge.name })} kind="secondary" innerRefusal={isWhole(score) && isWhole(complaints) ? null : t('figures_due')} reason={{ label: t('note'), least: 2, start: judge.record?.note ?? '' }} onAct={(note) => record.mutateAsync(note)}>
      <p className="quiet">{t('what_figures', { submitted: judge.submitted, due: judge.due, late: judge.late ?? 0 })}</p>
      <TextField label={t('score')} hint={t('score_hint')} type="number" min={0} max={100} step={1} value={score} onChange={(event) => setScore(event.target.value)} />
      <TextField label={t('complaints_count')} type="number" min={0} max={100} step={1} value={complaints} onChange={(event) => setComplaints(event.target.value)} />
    </ActDialog>
  );
}
