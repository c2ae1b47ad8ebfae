import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, DomainError, refused, say, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { ApplicationsFacade } from '#modules/applications';
import type { ScoreBloc, ScoreStage } from '#modules/calls';
import { DocumentsFacade, type DocumentView } from '#modules/documents';
import { BlindDecision, isShown, whyWithheld, type BlindFile } from '../domain/blind/blind-file.js';
import { PanelStore } from '../store/panel.store.js';
import { BlindFileStore } from '../store/blind-file.store.js';
import { neutralName, PrepareBlindFiles } from './blind-files.js';
import { HoldStage } from './hold-stage.js';
import { filesOf, type Judged } from './judged.js';

/** One file of an application, as staff decide about it. */
export class BlindFileView {
  @Shown() documentId: string;
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  /** As the applicant named it. */
  @Shown() name: string;
  @Shown({ description: '评委看到的名称 as a judge reads it' }) shownName: string;
  @Shown({ enum: ['clear', 'named', 'unread', 'unfit', 'quarantined'] }) finding: string;
  @Shown({ type: [String], description: '发现的内容种类 what kinds of things were found' }) masks: string[];
  @Shown({ type: [Number], description: 'PDF 中有图片、图形或扫描内容的页码 pages of a PDF that hold pictures, drawings or scans' }) unreadPages: number[];
  @Shown() shown: boolean;
  @ShownSentence({ nullable: true }) why: Sentence | null;
  @Shown({ nullable: true, type: String }) decision: string | null;
}

/** What became of one of several files: decided, or why not. */
export class BlindFileOutcomeView {
  @Shown() documentId: string;
  @ShownSentence({ nullable: true }) refusal: Sentence | null;
}

export class BlindFilesDecidedView {
  @Shown({ type: [BlindFileOutcomeView] }) outcomes: BlindFileOutcomeView[];
  @Shown({ type: [BlindFileView] }) files: BlindFileView[];
}

interface OfStage {
  readonly callId: string;
  readonly stageKey: string;
}

interface Decision {
  readonly shown: boolean;
  readonly reason: string;
}

interface FileOfStage {
  readonly stageKey: string;
  readonly documentId: string;
  readonly places: readonly Judged[];
}

const fileAbsent = () => absent('blind_file_absent', say('没有找到该附件', 'There is no such file'));

/** Whose judges must not learn who applies. */
export const blindBlocs = ({ blocs }: ScoreStage): ScoreBloc[] => blocs.filter(({ blind, kind }) => blind !== 'open' && kind !== 'external');

/** The files of a stage whose panels judge blind. */
@Injectable()
export class HoldBlindFiles {
  constructor(
    private readonly holding: HoldStage,
    private readonly panels: PanelStore,
    private readonly applications: ApplicationsFacade,
  ) {}

  /** One place for each application, under the strictest of the blind panels; none where all are open. */
  async run(callId: string, stageKey: string, actor: Actor, purpose: 'run' | 'watch'): Promise<{ places: Judged[]; open: boolean }> {
    const call = await this.holding.call(callId, actor, purpose);
    const blind = blindBlocs(this.holding.stage(call, stageKey));
    const bloc: ScoreBloc | undefined = blind.find(({ projectNames }) => projectNames === 'redacted') ?? blind[0];
    const round = await this.panels.stage(callId, stageKey);
    if (!bloc || !round) return { places: [], open: false };
    return { places: (await this.applications.many(round.applicationIds)).map((application) => ({ application, call, bloc })), open: round.status === 'open' };
  }
}

@Injectable()
export class ReadBlindFiles {
  constructor(
    private readonly holding: HoldBlindFiles,
    private readonly documents: DocumentsFacade,
    private readonly preparing: PrepareBlindFiles,
    private readonly files: BlindFileStore,
  ) {}

  async run(callId: string, stageKey: string, actor: Actor): Promise<BlindFileView[]> {
    const { places } = await this.holding.run(callId, stageKey, actor, 'watch');
    const views: BlindFileView[] = [];
    for (const place of places) views.push(...(await this.of(place)));
    return views;
  }

  private async of(place: Judged): Promise<BlindFileView[]> {
    const found = await this.documents.many(filesOf(place));
    const [prepared, decisions] = await Promise.all([this.preparing.of(place, found), this.files.decisions(found.map(({ id }) => id))]);
    return found.map((document) => {
      const { id, number, projectName } = place.application;
      return {
        documentId: document.id, applicationId: id, number: number!, projectName, name: document.name, shownName: neutralName(place, document),
        ...standingOf(document, prepared.get(document.id), decisions.find(({ documentId }) => documentId === document.id) ?? null),
      };
    });
  }
}

function standingOf({ scanLabel }: DocumentView, file: BlindFile | undefined, decision: BlindDecision | null): Pick<BlindFileView, 'finding' | 'masks' | 'unreadPages' | 'shown' | 'why' | 'decision'> {
  const decided = decision?.reason ?? null;
  if (!file) return { finding: 'quarantined', masks: [], unreadPages: [], shown: false, why: scanLabel, decision: decided };
  return { finding: file.finding, masks: file.masks, unreadPages: file.unreadPages, shown: isShown(file, decision), why: whyWithheld(file, decision), decision: decided };
}

@Injectable()
export class FindBlindFile {
  constructor(
    private readonly documents: DocumentsFacade,
    private readonly preparing: PrepareBlindFiles,
    private readonly time: DatabaseTime,
  ) {}

  /** Null for a file that is in quarantine still. */
  async run(place: Judged, documentId: string): Promise<BlindFile | null> {
    return (await this.preparing.of(place, await this.documents.many([documentId]))).get(documentId) ?? null;
  }

  now(): Promise<Date> {
    return this.time.now();
  }
}

/** An officer who has looked at a file decides that blind judges read it, or that they do not; always with a reason. */
@Injectable()
export class DecideBlindFile {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldBlindFiles,
    private readonly finding: FindBlindFile,
    private readonly files: BlindFileStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `blind_file_absent`, `stage_not_open`, `file_unfit` */
  async run({ callId, stageKey, documentId }: OfStage & { documentId: string }, decision: Decision, actor: Actor): Promise<void> {
    const { places } = await this.holding.run(callId, stageKey, actor, 'run');
    await this.decide({ stageKey, documentId, places }, decision, actor);
  }

  /** Each file for itself: what cannot be decided is told with its reason and holds up no other. @throws DomainError as for the stage */
  async many({ callId, stageKey, documentIds }: OfStage & { documentIds: readonly string[] }, decision: Decision, actor: Actor): Promise<BlindFileOutcomeView[]> {
    const { places } = await this.holding.run(callId, stageKey, actor, 'run');
    const outcomes: BlindFileOutcomeView[] = [];
    for (const documentId of new Set(documentIds)) outcomes.push({ documentId, refusal: await this.refusalOf({ stageKey, documentId, places }, decision, actor) });
    return outcomes;
  }

  private async refusalOf(file: FileOfStage, decision: Decision, actor: Actor): Promise<Sentence | null> {
    try {
      await this.decide(file, decision, actor);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error.sentence;
      throw error;
    }
  }

  private async decide({ stageKey, documentId, places }: FileOfStage, { shown, reason }: Decision, actor: Actor): Promise<void> {
    const place = places.find((one) => filesOf(one).includes(documentId));
    const file = place && (await this.finding.run(place, documentId));
    if (!place || !file) throw fileAbsent();
    if (shown && file.finding === 'unfit') throw refused('file_unfit', say('这个文件的隐藏属性无法清除，不能在盲评中显示；请申报单位另存为 PDF 后重新提交', 'The hidden properties of this file cannot be taken out, so that it cannot be shown; ask for it as a PDF'));
    await this.tx.run(async () => {
      await this.files.decide(Object.assign(new BlindDecision(), { id: newId<string>(), documentId, decidedAt: await this.finding.now(), shown, reason, decidedBy: actor.accountId }));
      await this.audit.record({ action: shown ? 'blind_file.shown' : 'blind_file.withheld', subject: { kind: 'document', id: documentId }, actor, facts: { applicationId: place.application.id, stageKey, finding: file.finding, reason } });
    });
  }
}
