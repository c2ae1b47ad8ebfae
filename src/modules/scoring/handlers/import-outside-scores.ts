import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { Transaction } from '#libs/database';
import { invalid, say } from '#libs/errors';
import { readXlsx, writeXlsx } from '#libs/spreadsheets';
import { IMPORT_HEADER, readOutsideScores } from '../domain/outside-import.js';
import type { OutsideScoresView, OutsideSourceView } from './panel.view.js';
import { ReadOutsideScores } from './read-outside-scores.js';
import { RecordOutsideScore } from './record-outside-score.js';

const MAX_LINES = 5000;

function sourceIn({ sources }: OutsideScoresView, wanted: string): OutsideSourceView {
  const found = sources.find(({ source }) => source === wanted);
  if (!found) throw invalid('source_unknown', say('规则书没有这个得分来源', 'The rulebook has no such source of points'), { source: wanted });
  return found;
}

/** The workbook to fill in: every application that is judged, with what was recorded so far. */
@Injectable()
export class OutsideTemplate {
  constructor(private readonly reading: ReadOutsideScores) {}

  async run(callId: string, wanted: string, actor: Actor): Promise<{ name: string; content: Buffer }> {
    const known = await this.reading.run(callId, actor);
    const { source, title } = sourceIn(known, wanted);
    const rows = known.applications.map(({ applicationId, number, projectName }) => {
      const present = known.values.find((one) => one.applicationId === applicationId && one.source === source);
      return [number, projectName, present ? Number(present.value) : null, present?.note ?? ''];
    });
    return { name: `${title.zh.replaceAll(' · ', '-')}.xlsx`, content: await writeXlsx([{ name: '得分', columns: IMPORT_HEADER.map((header) => ({ header, width: 24 })), rows }]) };
  }
}

/** Takes a file of scores whole, or not at all. */
@Injectable()
export class ImportOutsideScores {
  constructor(
    private readonly tx: Transaction,
    private readonly reading: ReadOutsideScores,
    private readonly recording: RecordOutsideScore,
  ) {}

  /** @throws DomainError `source_unknown`, `import_foreign`, `import_faulty`, `ranks_not_scores`, `stage_not_open` */
  async run(callId: string, wanted: string, content: Buffer, actor: Actor): Promise<void> {
    const [sheet] = await readXlsx(content, { maxRows: MAX_LINES });
    await this.tx.run(async () => {
      const known = await this.reading.run(callId, actor);
      const { source, max } = sourceIn(known, wanted);
      for (const score of readOutsideScores(sheet?.rows ?? [], known.applications, max)) await this.recording.run(callId, { ...score, source }, actor);
    });
  }
}
