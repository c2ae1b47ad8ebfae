import type { ConflictView, ProgressRow } from '../../../api/index.js';
import { useTexts } from '../../../ui/index.js';
import { officerTexts } from './officer-texts.js';

const STEP = 34;
const WIDTH = 720;
const LEFT = 150;
const RIGHT = 420;

/** People and projects with the ties between them; the table beneath says the same in words. */
export function ConflictGraph({ conflicts, applications }: { readonly conflicts: readonly ConflictView[]; readonly applications: readonly ProgressRow[] }) {
  const t = useTexts(officerTexts);
  const judges = [...new Set(conflicts.map(({ judgeName }) => judgeName))];
  const projects = applications.filter(({ applicationId }) => conflicts.some((one) => one.applicationId === applicationId));
  const height = Math.max(judges.length, projects.length) * STEP + 10;
  const yOf = (at: number, of: number) => ((at + 0.5) * (height - 10)) / of + 5;
  const judgeY = (name: string) => yOf(judges.indexOf(name), judges.length);
  const projectY = (id: string) => yOf(projects.findIndex(({ applicationId }) => applicationId === id), projects.length);
  return (
    <figure className="conflict-graph">
      <figcaption>
        <strong>{t('graph_title')}</strong> <span className="quiet">{t('graph_what')}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        {conflicts.map(({ seatId, applicationId, judgeName, verdict }) => (
          <line key={`${seatId} ${applicationId}`} className={verdict} x1={LEFT + 10} y1={judgeY(judgeName)} x2={RIGHT - 10} y2={projectY(applicationId)} />
        ))}
        {judges.map((name) => (
          <g key={name}>
            <circle cx={LEFT + 6} cy={judgeY(name)} r={5} />
            <text x={LEFT - 8} y={judgeY(name) + 5} textAnchor="end">
              {name}
            </text>
          </g>
        ))}
        {projects.map(({ applicationId, projectName }) => (
          <g key={applicationId}>
            <circle cx={RIGHT - 6} cy={projectY(applicationId)} r={5} />
            <text x={RIGHT + 8} y={projectY(applicationId) + 5}>
              {projectName}
            </text>
          </g>
        ))}
      </svg>
      <ul className="conflict-lines" aria-hidden="true">
        {conflicts.map(({ seatId, applicationId, judgeName, verdict }) => (
          <li key={`${seatId} ${applicationId}`} className={verdict}>
            <span>{judgeName}</span>
            <span>{projects.find((one) => one.applicationId === applicationId)?.projectName}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
