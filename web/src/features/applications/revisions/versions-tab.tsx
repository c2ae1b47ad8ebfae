import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ApplicationDetail, PublicCallView, RevisionRow } from '../../../api/index.js';
import { Empty, ErrorNote, formatInstant, useTexts } from '../../../ui/index.js';
import { revisionsQuery } from '../queries-together.js';
import { togetherTexts } from '../texts-together.js';
import '../together/together.css';
import { RestoreVersion } from './restore-version.js';
import { VersionDiff } from './version-diff.js';

interface VersionsTabProps {
  readonly application: ApplicationDetail;
  readonly call: PublicCallView;
}

/** Two versions of the answers, side by side. */
export function VersionsTab({ application, call }: VersionsTabProps) {
  const t = useTexts(togetherTexts);
  const revisions = useQuery(revisionsQuery(application.id));
  if (revisions.error && !revisions.data) return <ErrorNote error={revisions.error} onRetry={() => void revisions.refetch()} />;
  if (!revisions.data) return <p className="quiet" role="status">…</p>;
  const rows = revisions.data.revisions;
  if (rows.length < 2) return <Empty why={t('one_version')} what={t('versions_lead')} />;
  return <Compare application={application} call={call} rows={rows} />;
}

function Compare({ application, call, rows }: VersionsTabProps & { readonly rows: readonly RevisionRow[] }) {
  const t = useTexts(togetherTexts);
  const [older, setOlder] = useChoice(rows, 1);
  const [newer, setNewer] = useChoice(rows, 0);
  const chosen = rows.find(({ version }) => version === older);
  const mayRestore = application.status === 'draft' && (application.part === 'own' || application.part === 'edit') && chosen !== undefined && !chosen.current;
  return (
    <section>
      <p className="quiet">{t('versions_lead')}</p>
      <div className="version-choice no-print">
        <VersionChoice label={t('older')} rows={rows} chosen={older} onChoose={setOlder} />
        <VersionChoice label={t('newer')} rows={rows} chosen={newer} onChoose={setNewer} />
      </div>
      <VersionDiff id={application.id} book={call.rulebook} files={application.files} older={older} newer={newer} />
      {mayRestore ? <RestoreVersion application={application} version={older} /> : null}
    </section>
  );
}

/** The chosen version. What was there may be another one once something was put back or written: then the one at this place of the newest is. */
function useChoice(rows: readonly RevisionRow[], place: number): [number, (version: number) => void] {
  const [chosen, choose] = useState<number>();
  const kept = rows.find(({ version }) => version === chosen) ?? rows[place];
  return [kept?.version ?? 0, choose];
}

interface VersionChoiceProps {
  readonly label: string;
  readonly rows: readonly RevisionRow[];
  readonly chosen: number;
  readonly onChoose: (version: number) => void;
}

function VersionChoice({ label, rows, chosen, onChoose }: VersionChoiceProps) {
  const t = useTexts(togetherTexts);
  const id = useId();
  const name = ({ current, submission }: RevisionRow) => (current ? `${t('version_now')} · ` : submission === null ? '' : `${t('version_submitted', { ordinal: submission })} · `);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={chosen} onChange={(event) => onChoose(Number(event.target.value))}>
        {rows.map((row) => (
          <option key={row.version} value={row.version}>
            {name(row)}
            {formatInstant(new Date(row.savedAt))} {t('version_of', { name: row.by })}
          </option>
        ))}
      </select>
    </div>
  );
}
