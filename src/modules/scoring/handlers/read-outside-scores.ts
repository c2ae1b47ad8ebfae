import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { say } from '#libs/errors';
import { ApplicationsFacade } from '#modules/applications';
import type { CallView } from '#modules/calls';
import { bonusSource, sourceOf } from '../domain/tree-of-rulebook.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldStage } from './hold-stage.js';
import type { OutsideScoresView, OutsideSourceView } from './panel.view.js';

/** Which values no judge gives, and what was recorded of them. */
@Injectable()
export class ReadOutsideScores {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
    private readonly applications: ApplicationsFacade,
  ) {}

  async run(callId: string, actor: Actor): Promise<OutsideScoresView> {
    const call = await this.holding.call(callId, actor, 'watch');
    const [stages, values] = await Promise.all([this.panels.stages(callId), this.sheets.outside(callId)]);
    const judged = await this.applications.many([...new Set(stages.filter(({ status }) => status === 'open').flatMap(({ applicationIds }) => applicationIds))]);
    return { sources: sourcesOf(call), values, applications: judged.map(({ id, number, projectName }) => ({ applicationId: id, number: number!, projectName })) };
  }
}

/** Blocs that no judge fills, then bonuses that staff record. */
export function sourcesOf({ rulebook: { scoring } }: CallView): OutsideSourceView[] {
  const blocs = scoring.stages.flatMap((stage) => stage.blocs.filter(({ kind }) => kind === 'external').map((bloc) => ({
    source: sourceOf(stage.key, bloc.key), kind: 'bloc', max: bloc.criteria.reduce((sum, { max }) => sum + max, 0),
    title: say(`${stage.title.zh} · ${bloc.title.zh}`, `${stage.title.en} · ${bloc.title.en}`),
  })));
  const bonuses = scoring.bonuses.filter(({ by }) => by === 'recorded').map(({ key, title, max }) => ({ source: bonusSource(key), title, kind: 'bonus', max }));
  return [...blocs, ...bonuses];
}
