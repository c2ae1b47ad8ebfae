import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade, type CallView, type ScoreStage } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { PeopleToBeTold } from '#modules/identity';
import { isShown } from '../domain/blind/blind-file.js';
import { PanelStore } from '../store/panel.store.js';
import { BlindFileStore } from '../store/blind-file.store.js';
import { PrepareBlindFiles } from './blind-files.js';
import { blindBlocs } from './decide-blind-file.js';
import { filesOf, type Judged } from './judged.js';

/** Looks through the files of one application for every way in which the stage's panels are blind. */
@Injectable()
export class LookThroughApplication {
  constructor(
    private readonly documents: DocumentsFacade,
    private readonly preparing: PrepareBlindFiles,
    private readonly files: BlindFileStore,
  ) {}

  /** @returns the files that judges do not read as they stand: they name the applicant, hold pictures or drawings, or cannot be stripped */
  async run(places: readonly Judged[]): Promise<ReadonlySet<string>> {
    const withheld = new Set<string>();
    for (const place of places) {
      const found = await this.documents.many(filesOf(place));
      const [looked, decisions] = [await this.preparing.of(place, found), await this.files.decisions(found.map(({ id }) => id))];
      for (const [id, file] of looked) if (!isShown(file, decisions.find(({ documentId }) => documentId === id) ?? null)) withheld.add(id);
    }
    return withheld;
  }
}

/** Tells the officers of the place how many files wait for their eyes. */
@Injectable()
export class TellOfWithheld {
  constructor(
    private readonly tx: Transaction,
    private readonly events: Events,
  ) {}

  run({ id, nodePath, title }: CallView, { key, title: stage }: ScoreStage, count: number): Promise<void> {
    return this.tx.run(() => this.events.tell(PeopleToBeTold, {
      to: { role: 'officer', nodePath }, kind: 'blind-files-withheld', link: `/desk/scoring/${id}/${key}?tab=files`, key: `blind-files:${id}:${key}`,
      title: say('{count} 个附件待核对后才能给盲评评委看', '{count} files wait for you before blind judges read them'),
      body: say('“{call}”的“{stage}”已开始。{count} 个附件含有可识别申报单位的内容、图片、图形或无法清除的属性，评委暂时看不到；请逐个核对并决定是否显示。', '"{stageEn}" of "{callEn}" has begun. {count} files name the applicant, hold pictures or drawings, or cannot be stripped; judges do not read them until you have looked and decided.'),
      facts: { count, call: title.zh, callEn: title.en, stage: stage.zh, stageEn: stage.en },
    }));
  }
}

/** When a stage opens, every file of it is looked through, so that officers learn of those that cannot be made blind before judges come to them. */
@Injectable()
export class LookThroughFiles {
  constructor(
    private readonly calls: CallsFacade,
    private readonly panels: PanelStore,
    private readonly applications: ApplicationsFacade,
    private readonly looking: LookThroughApplication,
    private readonly telling: TellOfWithheld,
  ) {}

  async run(callId: string, stageKey: string): Promise<void> {
    const [call, round] = await Promise.all([this.calls.get(callId), this.panels.stage(callId, stageKey)]);
    const stage = call.rulebook.scoring.stages.find(({ key }) => key === stageKey);
    if (!stage || round?.status !== 'open') return;
    // Panels differ in what is hidden by whether the project's name is: one of each kind stands for all.
    const blocs = [...new Map(blindBlocs(stage).map((bloc) => [bloc.projectNames, bloc])).values()];
    const withheld = new Set<string>();
    for (const application of await this.applications.many(blocs.length > 0 ? round.applicationIds : [])) {
      for (const id of await this.looking.run(blocs.map((bloc) => ({ application, call, bloc })))) withheld.add(id);
    }
    if (withheld.size > 0) await this.telling.run(call, stage, withheld.size);
  }
}
