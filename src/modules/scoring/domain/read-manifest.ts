import type { RankingManifest, SheetPlace } from './ranking-manifest.js';
import type { JudgeSheet, SheetScores } from './score-tree/sheets.js';

/** What the engine was given when a ranking was sealed, read back out of its manifest; judges go by their aliases. */
export function inputOf({ applications, scores, recusals }: RankingManifest): SheetScores {
  const rows = [
    ...scores.map(({ points, ...place }) => sheetAt(place, Object.keys(points).length === 0 ? 'missing' : 'submitted', points)),
    ...recusals.map((place) => sheetAt(place, 'recused', {})),
  ];
  return { applications: applications.map((application) => ({ ...application, sheets: rows.filter(({ applicationId }) => applicationId === application.id).map(({ sheet }) => sheet) })) };
}

const sheetAt = ({ applicationId, stageId, blocId, judgeId }: SheetPlace, state: JudgeSheet['state'], entries: JudgeSheet['entries']): { applicationId: string; sheet: JudgeSheet } => ({
  applicationId, sheet: { stageId, blocId, judgeId, state, entries },
});
