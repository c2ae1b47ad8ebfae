import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { absent, refused, say } from '#libs/errors';
import { Events } from '#libs/events';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { CallsFacade, type CallView } from '#modules/calls';
import { PeopleToBeTold } from '#modules/identity';
import { feedbackOf, LEAST_JUDGES, smallestPanel } from '../domain/feedback.js';
import { inputOf } from '../domain/read-manifest.js';
import type { RankingManifest } from '../domain/ranking-manifest.js';
import { noRanking } from '../scoring.errors.js';
import { FeedbackStore, type FeedbackPack } from '../store/feedback.store.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import type { CriterionFeedbackView, FeedbackDraftView, FeedbackRowView, FeedbackView } from './feedback.view.js';
import { HoldStage } from './hold-stage.js';

const noFeedback = () => absent('feedback_absent', say('评审反馈尚未发送', 'The feedback has not been sent yet'));

interface Measured {
  readonly criteria: CriterionFeedbackView[];
  readonly judges: number;
}

/** Brings the sealed ranking of the round to what one application may be told of itself. */
@Injectable()
export class MeasureFeedback {
  constructor(
    private readonly sheets: SheetStore,
    private readonly panels: PanelStore,
  ) {}

  /** @throws DomainError `ranking_absent` */
  async run({ id: callId, rulebook }: CallView, applicationId: string): Promise<Measured> {
    const row = await this.sheets.ranking(callId, null);
    if (!row) throw noRanking();
    const manifest = JSON.parse(row.manifest) as RankingManifest;
    const input = inputOf(manifest);
    const criteria = feedbackOf(manifest.rubric, input, applicationId).map(({ stageId, blocId, criterionId, own, band, standing }): CriterionFeedbackView => {
      const stage = rulebook.scoring.stages.find(({ key }) => key === stageId)!;
      const criterion = stage.blocs.find(({ key }) => key === blocId)!.criteria.find(({ key }) => key === criterionId)!;
      return { stageTitle: stage.title, title: criterion.title, own, band, standing };
    });
    return { criteria, judges: smallestPanel(manifest.rubric, input, applicationId) };
  }

  /** What judges wrote of the application, sorted by its words: the order tells nothing of who wrote what. */
  async written(callId: string, applicationId: string): Promise<string[]> {
    const seats = (await this.panels.seats(callId)).filter(({ status }) => status === 'seated');
    const sheets = (await this.sheets.ofSeats(seats.map(({ id }) => id))).filter((sheet) => sheet.applicationId === applicationId && sheet.status === 'submitted');
    return sheets.flatMap(({ comment, entries }) => [comment, ...Object.values(entries).map(({ reason = '' }) => reason)]).map((text) => text.trim()).filter((text, at, all) => text !== '' && all.indexOf(text) === at).sort((a, b) => a.localeCompare(b, 'zh'));
  }
}

/** Staff look through what goes out, and applicants read what was sent to them. */
@Injectable()
export class ReadFeedback {
  constructor(
    private readonly holding: HoldStage,
    private readonly applications: ApplicationsFacade,
    private readonly calls: CallsFacade,
    private readonly packs: FeedbackStore,
    private readonly measuring: MeasureFeedback,
  ) {}

  async list(callId: string, actor: Actor): Promise<FeedbackRowView[]> {
    await this.holding.call(callId, actor, 'watch');
    const [applications, packs] = await Promise.all([this.applications.ofCall(callId), this.packs.ofCall(callId)]);
    const stateOf = (id: string) => {
      const pack = packs.find(({ applicationId }) => applicationId === id);
      return pack ? (pack.releasedAt ? 'released' : 'draft') : 'none';
    };
    return applications.filter(({ outcome }) => outcome !== null).map(({ id, number, projectName, organisationName }) => ({ applicationId: id, number: number!, projectName, organisationName, state: stateOf(id) }));
  }

  /** @throws DomainError `application_absent`, `ranking_absent` */
  async draft(applicationId: string, actor: Actor): Promise<FeedbackDraftView> {
    const application = await this.applications.get(applicationId);
    const call = await this.holding.callOf(application, actor, 'watch');
    const [{ criteria, judges }, pack, written] = await Promise.all([this.measuring.run(call, applicationId), this.packs.of(applicationId), this.measuring.written(call.id, applicationId)]);
    const small = judges < LEAST_JUDGES;
    return {
      applicationId, number: application.number!, projectName: application.projectName, criteria, written: small ? [] : written, small, mine: actor.holdsAt(call.nodePath, 'officer'),
      ...(pack ? { comments: [...pack.comments], advice: pack.advice, version: pack.version, releasedAt: pack.releasedAt } : { comments: [], advice: '', version: 0, releasedAt: null }),
    };
  }

  /** @throws DomainError `feedback_absent` to whoever is not of the applicant, and before it was sent */
  async own(applicationId: string, actor: Actor): Promise<FeedbackView> {
    const pack = await this.packs.of(applicationId);
    if (!pack?.releasedAt) throw noFeedback();
    const application = await this.applications.get(applicationId);
    if (![application.organisationId, ...application.coOrganisationIds].some((id) => actor.holdsFor(id, 'applicant'))) throw noFeedback();
    const call = await this.calls.get(application.callId);
    const { criteria } = await this.measuring.run(call, applicationId);
    return { applicationId, number: application.number!, projectName: application.projectName, callTitle: call.title, criteria, comments: [...pack.comments], advice: pack.advice, releasedAt: pack.releasedAt };
  }
}

/** Keeps a pack, and sends it. */
@Injectable()
export class RecordFeedback {
  constructor(
    private readonly packs: FeedbackStore,
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async run(pack: FeedbackPack, application: ApplicationView, call: CallView, actor: Actor): Promise<void> {
    await this.packs.save(pack);
    const released = pack.releasedAt !== null;
    await this.audit.record({ action: released ? 'feedback.released' : 'feedback.saved', subject: { kind: 'application', id: application.id }, actor, facts: { comments: pack.comments.length, released } });
    if (!released) return;
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: application.organisationId }, kind: 'feedback-released', link: `/desk/my-applications/${application.id}?tab=feedback`, key: `feedback:${application.id}`,
      title: say('评审反馈已发送', 'Feedback on your application'),
      body: say('“{call}”申报 {number} 的评审反馈可以查看了。', 'The feedback on application {number} of "{callEn}" can be read now.'),
      facts: { call: call.title.zh, callEn: call.title.en, number: application.number },
    });
  }
}

/** An officer edits what an applicant is told, and sends it once. */
@Injectable()
export class EditFeedback {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly applications: ApplicationsFacade,
    private readonly time: DatabaseTime,
    private readonly records: RecordFeedback,
  ) {}

  /** @throws DomainError `not_announced`, `panel_too_small_to_tell`, `feedback_changed` */
  run(applicationId: string, { comments, advice, version, release }: { comments: readonly string[]; advice: string; version: number; release: boolean }, small: () => Promise<boolean>, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const application = await this.applications.get(applicationId);
      const call = await this.holding.callOf(application, actor);
      if (release && application.announcedAt === null) throw refused('not_announced', say('结果公布后才能发送反馈', 'Feedback goes out once the outcome is announced'));
      if (comments.length > 0 && (await small())) throw refused('panel_too_small_to_tell', say('计入的评委少于三位，评语会暴露是谁写的；请改写在建议中', 'Fewer than three judges counted: comments would tell who wrote them; put it in the advice'));
      const at = await this.time.now();
      await this.records.run({ applicationId, callId: call.id, comments, advice, version, savedBy: actor.accountId, savedAt: at, releasedAt: release ? at : null }, application, call, actor);
    });
  }
}
