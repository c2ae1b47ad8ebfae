import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DomainError, say, tell, type Sentence } from '#libs/errors';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { IdentityFacade } from '#modules/identity';
import type { RankingCorrection } from '../domain/corrections/ranking-correction.js';
import { besideLater } from '../domain/corrections/beside-later.js';
import { movedBetween, rankWithout, type TwoRankings } from '../domain/corrections/without-sheet.js';
import type { PanelSeat, ScoreStageRound } from '../domain/score-sheet.js';
import { CorrectionStore } from '../store/correction.store.js';
import { PanelStore } from '../store/panel.store.js';
import { refusalOf } from './correct-ranking.js';
import type { CorrectionsView, CorrectionView, MovedRankView, NamedProjectView } from './correction.view.js';
import { HoldSealed, type Sealed } from './hold-sealed.js';
import { isLast } from './hold-stage.js';
import { Recalculate, tooLateToJoin } from './recalculate.js';
import { cutAt } from './seal-ranking.js';

interface Told {
  readonly sealed: Sealed;
  readonly known: ReadonlyMap<string, ApplicationView>;
  readonly seats: ReadonlyMap<string, PanelSeat>;
  readonly names: ReadonlyMap<string, string>;
  readonly begun: readonly ScoreStageRound[];
  /** Against granting any of them now. */
  readonly decided: DomainError | null;
}

/** Names of people and applications, and whether anything can still be corrected. */
@Injectable()
export class ReadAroundCorrections {
  constructor(
    private readonly applications: ApplicationsFacade,
    private readonly identity: IdentityFacade,
    private readonly recalculating: Recalculate,
  ) {}

  async of({ call, input }: Sealed, found: readonly RankingCorrection[], seats: readonly PanelSeat[]): Promise<Pick<Told, 'known' | 'names' | 'decided'>> {
    const [applications, names, decided] = await Promise.all([
      this.applications.many(input.applications.map(({ id }) => id)),
      this.identity.names([...found.flatMap(({ toldBy, decidedBy }) => [toldBy, decidedBy]), ...seats.map(({ accountId }) => accountId)]),
      this.recalculating.refuseDecided(call.id).then(() => null, (error: unknown) => {
        if (error instanceof DomainError) return error;
        throw error;
      }),
    ]);
    return { known: new Map(applications.map((one) => [one.id, one])), names, decided };
  }
}

/** What was told after the sealing of a stage, with what each would change. */
@Injectable()
export class ReadCorrections {
  constructor(
    private readonly holding: HoldSealed,
    private readonly corrections: CorrectionStore,
    private readonly panels: PanelStore,
    private readonly around: ReadAroundCorrections,
  ) {}

  /** @throws DomainError `call_absent`, `score_stage_absent`; `ranking_absent` before anything was sealed */
  async run(callId: string, stageKey: string, actor: Actor): Promise<CorrectionsView> {
    const sealed = await this.holding.run(callId, stageKey, actor);
    const [found, all] = await Promise.all([this.corrections.ofStage(callId, stageKey), this.panels.seats(callId, stageKey)]);
    const seats = new Map(all.map((seat) => [seat.id as string, seat]));
    const begun = await this.panels.stages(callId);
    const round = begun.find((one) => one.stageKey === stageKey);
    const told: Told = { sealed, seats, begun, ...(await this.around.of(sealed, found, all)) };
    return { corrections: found.map((one) => viewOf(one, told, actor)), sheets: round?.status === 'sealed' ? sheetsOf(told) : [] };
  }
}

const aliasIn = ({ stageKey, blocKey, alias }: PanelSeat): string => `${stageKey}/${blocKey}/${alias}`;

function viewOf(one: RankingCorrection, told: Told, actor: Actor): CorrectionView {
  const { seats, known, names, decided } = told;
  const seat = seats.get(one.seatId)!;
  const { number, projectName } = known.get(one.applicationId)!;
  const { id, reason, toldAt, decidedAt, granted, note, effect } = one;
  const nameOf = (accountId: string) => names.get(accountId) ?? '';
  const { moved, joins, stays, late } = one.decidedBy === null ? foreseen(one, seat, told) : { moved: [], joins: one.joinedIds, stays: one.keptIds, late: null };
  return {
    id, reason, toldAt, decidedAt, granted, note, effect, alias: seat.alias, judgeName: nameOf(seat.accountId), number: number!, projectName,
    toldBy: nameOf(one.toldBy), decidedBy: one.decidedBy && nameOf(one.decidedBy), refusal: sentenceOf(refusalOf(one, seat, actor) ?? decided ?? late),
    moved, joins: namedOf(joins, known), stays: namedOf(stays, known),
  };
}

const sentenceOf = (refusal: DomainError | null): Sentence | null => refusal && say(tell(refusal.sentence, refusal.facts, 'zh'), tell(refusal.sentence, refusal.facts, 'en'));

interface Foreseen {
  readonly moved: MovedRankView[];
  readonly joins: readonly string[];
  readonly stays: readonly string[];
  /** Where it comes too late for them to join. */
  readonly late: DomainError | null;
}

/** What granting it would come to now, from the manifest alone. */
function foreseen({ applicationId, stageKey }: RankingCorrection, seat: PanelSeat, { sealed: { call, manifest }, known, begun }: Told): Foreseen {
  const rankings = rankWithout(manifest, aliasIn(seat), applicationId);
  const moved = movedOf(rankings, known);
  const none = { moved, joins: [], stays: [], late: null };
  if (isLast(call, stageKey)) return none;
  const { advanced } = cutAt(call, stageKey, rankings.then, new Map([...known].map(([id, { categoryKey }]) => [id, categoryKey])));
  const way = besideLater(call.rulebook.scoring.stages.map(({ key }) => key), stageKey, begun, advanced);
  if (!way) return none;
  return { moved, joins: way.joins, stays: way.stays, late: way.late && way.joins.length > 0 ? tooLateToJoin(way.joins.length) : null };
}

const namedOf = (ids: readonly string[], known: Told['known']): NamedProjectView[] => ids.map((id) => ({ number: known.get(id)?.number ?? '', projectName: known.get(id)?.projectName ?? '' }));

const movedOf = (rankings: TwoRankings, known: Told['known']): MovedRankView[] =>
  movedBetween(rankings).map(({ applicationId: id, ...moved }) => ({ ...moved, ...namedOf([id], known)[0]! }));

/** Sheets of this stage that the ranking counts, by judge and project. */
function sheetsOf({ sealed, seats, names, known }: Told): CorrectionsView['sheets'] {
  const byAlias = new Map([...seats.values()].map((seat) => [aliasIn(seat), seat]));
  return sealed.manifest.scores.filter(({ points }) => Object.keys(points).length > 0).flatMap(({ applicationId, judgeId }) => {
    const seat = byAlias.get(judgeId);
    const application = known.get(applicationId);
    return seat && application ? [{ seatId: seat.id as string, applicationId, label: `${seat.alias} ${names.get(seat.accountId) ?? ''} · ${application.number} ${application.projectName}` }] : [];
  }).sort((a, b) => (a.label < b.label ? -1 : 1));
}
