import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { invalid, say } from '#libs/errors';
import type { ApplicationView } from '#modules/applications';
import { boardOf } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { recheckSample, recheckVerdict } from '../domain/analysis/recheck.js';
import { RecheckStore, type Recheck } from '../store/recheck.store.js';
import type { RecheckRowView, RecheckView } from './analysis.view.js';
import { HoldSealed, type Sealed } from './hold-sealed.js';

type Why = 'first' | 'drawn' | 'everything';

/** Which applications are to be looked at again, and why each. */
function planOf({ row, results }: Sealed, found: readonly Recheck[]): { verdict: RecheckView['verdict']; due: Map<string, Why> } {
  const { first, drawn } = recheckSample(results, row.hash);
  const ranked = results.filter(({ rank }) => rank !== null).map(({ applicationId }) => applicationId);
  const verdict = recheckVerdict([...first, ...drawn], ranked, new Map(found.map(({ applicationId, finding }) => [applicationId, finding])));
  const due = new Map<string, Why>([...first.map((id): [string, Why] => [id, 'first']), ...drawn.map((id): [string, Why] => [id, 'drawn'])]);
  const spread = verdict === 'everything' || found.some(({ applicationId }) => !due.has(applicationId));
  if (spread) for (const id of ranked) if (!due.has(id)) due.set(id, 'everything');
  return { verdict, due };
}

@Injectable()
export class ReadRecheck {
  constructor(
    private readonly rechecks: RecheckStore,
    private readonly identity: IdentityFacade,
  ) {}

  async run(sealed: Sealed, known: ReadonlyMap<string, ApplicationView>): Promise<RecheckView> {
    const found = await this.rechecks.of(sealed.row.id);
    const { verdict, due } = planOf(sealed, found);
    const names = await this.identity.names([...new Set(found.map(({ checkedBy }) => checkedBy))]);
    const rankOf = new Map(sealed.results.map(({ applicationId, rank }) => [applicationId, rank]));
    const rows = [...due].map(([applicationId, why]): RecheckRowView => ({
      applicationId, why, rank: rankOf.get(applicationId)!, ...shown(sealed, known.get(applicationId)), ...finding(found.find((one) => one.applicationId === applicationId), names),
    }));
    const boards = sealed.call.rulebook.boards?.map(({ title }) => title.zh) ?? [];
    const place = ({ board }: RecheckRowView): number => (board ? boards.indexOf(board.zh) : 0);
    return { verdict, rows: rows.sort((a, b) => place(a) - place(b) || a.rank - b.rank) };
  }
}

function shown({ call }: Sealed, application: ApplicationView | undefined): Pick<RecheckRowView, 'number' | 'projectName' | 'board'> {
  if (!application) return { number: '', projectName: '', board: null };
  const { number, projectName, categoryKey } = application;
  return { number: number ?? '', projectName, board: boardOf(call.rulebook, categoryKey)?.title ?? null };
}

function finding(one: Recheck | undefined, names: ReadonlyMap<string, string>): Pick<RecheckRowView, 'finding' | 'quality' | 'note' | 'checkedBy' | 'checkedAt'> {
  if (!one) return { finding: null, quality: null, note: null, checkedBy: null, checkedAt: null };
  return { finding: one.finding, quality: one.quality, note: one.note, checkedBy: names.get(one.checkedBy) ?? '', checkedAt: one.checkedAt };
}

/** An officer writes down what she found when she compared the sheets of one application with their originals. */
@Injectable()
export class RecordRecheck {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSealed,
    private readonly rechecks: RecheckStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `not_to_be_rechecked`, `ranking_absent` */
  run(callId: string, stageKey: string, { applicationId, finding, quality = null, note }: { applicationId: string; finding: 'same' | 'error'; quality?: number | null; note: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const sealed = await this.holding.run(callId, stageKey, actor, 'run');
      const { due } = planOf(sealed, await this.rechecks.of(sealed.row.id));
      if (!due.has(applicationId)) throw invalid('not_to_be_rechecked', say('该项目不在复核范围内', 'This project is not among those to be looked at again'));
      await this.rechecks.save({ rankingId: sealed.row.id, applicationId, finding, quality, note, checkedBy: actor.accountId, checkedAt: await this.time.now() });
      await this.audit.record({ action: 'sheets.rechecked', subject: { kind: 'application', id: applicationId }, actor, facts: { rankingId: sealed.row.id, finding, quality, note } });
    });
  }
}
