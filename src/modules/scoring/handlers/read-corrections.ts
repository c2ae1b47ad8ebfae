import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DomainError, type Sentence } from '#libs/errors';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { IdentityFacade } from '#modules/identity';
import type { RankingCorrection } from '../domain/corrections/ranking-correction.js';
import { movedWithout } from '../domain/corrections/without-sheet.js';
import type { PanelSeat } from '../domain/score-sheet.js';
import { CorrectionStore } from '../store/correction.store.js';
import { PanelStore } from '../store/panel.store.js';
import { Recalculate, refusalOf } from './correct-ranking.js';
import type { CorrectionsView, CorrectionView, MovedRankView } from './correction.view.js';
import { HoldSealed, type Sealed } from './hold-sealed.js';

interface Told {
  readonly sealed: Sealed;
  readonly known: ReadonlyMap<string, ApplicationView>;
  readonly seats: ReadonlyMap<string, PanelSeat>;
  readonly names: ReadonlyMap<string, string>;
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
    const round = await this.panels.stage(callId, stageKey);
    const told: Told = { sealed, seats, ...(await this.around.of(sealed, found, all)) };
    return { corrections: found.map((one) => viewOf(one, told, actor)), sheets: round?.status === 'sealed' ? sheetsOf(told) : [] };
  }
}

const aliasIn = ({ stageKey, blocKey, alias }: PanelSeat): string => `${stageKey}/${blocKey}/${alias}`;

function viewOf(one: RankingCorrection, { sealed, known, seats, names, decided }: Told, actor: Actor): CorrectionView {
  const seat = seats.get(one.seatId)!;
  const { number, projectName } = known.get(one.applicationId)!;
  const { id, reason, toldAt, decidedAt, granted, note, effect } = one;
  const nameOf = (accountId: string) => names.get(accountId) ?? '';
  return {
    id, reason, toldAt, decidedAt, granted, note, effect, alias: seat.alias, judgeName: nameOf(seat.accountId), number: number!, projectName,
    toldBy: nameOf(one.toldBy), decidedBy: one.decidedBy && nameOf(one.decidedBy), refusal: sentenceOf(refusalOf(one, seat, actor) ?? decided),
    moved: one.decidedBy === null ? movedOf(sealed, seat, one.applicationId, known) : [],
  };
}

const sentenceOf = (refusal: DomainError | null): Sentence | null => refusal && refusal.sentence;

const movedOf = ({ manifest }: Sealed, seat: PanelSeat, applicationId: string, known: ReadonlyMap<string, ApplicationView>): MovedRankView[] =>
  movedWithout(manifest, aliasIn(seat), applicationId).map(({ applicationId: id, ...moved }) => ({ ...moved, number: known.get(id)?.number ?? '', projectName: known.get(id)?.projectName ?? '' }));

/** Sheets of this stage that the ranking counts, by judge and project. */
function sheetsOf({ sealed, seats, names, known }: Told): CorrectionsView['sheets'] {
  const byAlias = new Map([...seats.values()].map((seat) => [aliasIn(seat), seat]));
  return sealed.manifest.scores.filter(({ points }) => Object.keys(points).length > 0).flatMap(({ applicationId, judgeId }) => {
    const seat = byAlias.get(judgeId);
    const application = known.get(applicationId);
    return seat && application ? [{ seatId: seat.id as string, applicationId, label: `${seat.alias} ${names.get(seat.accountId) ?? ''} · ${application.number} ${application.projectName}` }] : [];
  }).sort((a, b) => (a.label < b.label ? -1 : 1));
}
