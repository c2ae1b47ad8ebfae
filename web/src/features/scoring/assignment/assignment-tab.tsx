import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssignmentView, BlocOverview, StageOverview } from '../../../api/index.js';
import { Empty, ErrorNote, Instant, useSay, useTexts } from '../../../ui/index.js';
import { assignmentQuery } from '../queries.js';
import { assignmentTexts } from './assignment-texts.js';
import './assignment.css';
import { AssignmentRows } from './assignment-rows.js';
import { EditDialog } from './edit-dialog.js';
import { FileDialog } from './file-dialog.js';
import { JudgeLoads } from './judge-loads.js';
import { PinList } from './pin-list.js';
import { TryOut } from './try-out.js';
import type { PanelPlace } from '../officer/pool-dialog.js';

interface AssignmentTabProps {
  readonly callId: string;
  readonly mine: boolean;
  readonly stage: StageOverview;
}

/** Who reviews what, panel by panel. */
export function AssignmentTab({ callId, mine, stage }: AssignmentTabProps) {
  const say = useSay();
  const panels = stage.blocs.filter(({ kind }) => kind !== 'external');
  return (
    <>
      {panels.map((bloc) => (
        <section key={bloc.key} className="assignment">
          <h2 className={panels.length > 1 ? '' : 'visually-hidden'}>{say(bloc.title)}</h2>
          <Panel place={{ callId, stageKey: stage.key, blocKey: bloc.key }} bloc={bloc} mine={mine && stage.status !== 'sealed'} />
        </section>
      ))}
    </>
  );
}

function Panel({ place, bloc, mine }: { readonly place: PanelPlace; readonly bloc: BlocOverview; readonly mine: boolean }) {
  const t = useTexts(assignmentTexts);
  const { data: standing, error, refetch } = useQuery(assignmentQuery(place));
  const [proposal, setProposal] = useState<AssignmentView | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [byFile, setByFile] = useState(false);
  if (error && !standing) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!standing) return <p className="quiet" role="status">{t('loading')}</p>;
  if (standing.judges.length === 0) return <Empty why={t('panel_empty')} what={t('panel_empty_what')} />;
  const shown = proposal ?? standing;
  const row = shown.rows.find(({ applicationId }) => applicationId === editing);
  return (
    <>
      {mine ? <TryOut place={place} bloc={bloc} standing={standing} proposal={proposal} onProposal={setProposal} onFile={() => setByFile(true)} /> : null}
      <Summary view={shown} />
      {shown.kind === 'none' ? (
        <PinList view={standing} place={place} mine={mine} onDone={() => setProposal(null)} />
      ) : (
        <div className="assignment-columns">
          <AssignmentRows view={shown} onEdit={mine && !proposal ? setEditing : undefined} />
          <aside>
            <JudgeLoads view={shown} />
            <PinList view={standing} place={place} mine={mine} onDone={() => setProposal(null)} />
          </aside>
        </div>
      )}
      {row ? <EditDialog place={place} view={standing} row={row} onClose={() => setEditing(null)} /> : null}
      {byFile ? <FileDialog place={place} onClose={() => setByFile(false)} onWritten={() => setProposal(null)} /> : null}
    </>
  );
}

/** What is looked at, and what it comes to. */
function Summary({ view }: { readonly view: AssignmentView }) {
  const t = useTexts(assignmentTexts);
  if (view.kind === 'none') return <Empty small why={t('none')} what={t('none_what')} />;
  const loads = view.judges.filter(({ out }) => out === null).map(({ load }) => load);
  const blocked = view.conflicts.filter(({ level }) => level !== 'cleared').length;
  const proposal = view.kind === 'proposal';
  return (
    <div className={`assignment-sum ${proposal ? 'tone-waiting' : 'tone-done'}`} role="status">
      <strong>{proposal ? t('proposal') : t('standing')}</strong>
      <ul className="figures">
        <li>{t('sum_pairs', { count: view.judges.reduce((sum, { load }) => sum + load, 0) })}</li>
        <li>{t('sum_each', { least: Math.min(...loads), most: Math.max(...loads) })}</li>
        {proposal ? <li>{t('sum_added', { count: view.added })}</li> : null}
        {proposal && view.removed > 0 ? <li>{t('sum_removed', { count: view.removed })}</li> : null}
        <li className={view.missing > 0 ? 'tone-late' : ''}>{view.missing > 0 ? t('sum_missing', { count: view.missing }) : t('sum_full')}</li>
        {blocked > 0 ? <li>{t('sum_conflicts', { count: blocked })}</li> : null}
        {view.committedAt ? (
          <li className="quiet">
            {t('committed_by', { name: view.committedBy ?? '' })} <Instant at={view.committedAt} zone={false} />
          </li>
        ) : null}
      </ul>
    </div>
  );
}
