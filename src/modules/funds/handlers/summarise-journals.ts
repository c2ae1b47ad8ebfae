import { Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import { say, type Sentence } from '#libs/errors';
import { IdentityFacade } from '#modules/identity';
import { ProjectsFacade } from '#modules/projects';
import { accountInWords } from '../domain/account-words.js';
import type { JournalRow } from '../store/books.store.js';
import { FundsStore } from '../store/funds.store.js';
import type { JournalLineView, JournalView } from './books.view.js';

/** What is known of a round's projects, payments and deposits while its journals are put into words. */
interface Known {
  readonly projects: ReadonlyMap<string, { number: string; name: string }>;
  readonly events: ReadonlyMap<string, { summary: Sentence; reference: string | null }>;
}

/** Puts journals into the words of a bookkeeper: what happened, on which accounts, by whom. */
@Injectable()
export class SummariseJournals {
  constructor(
    private readonly funds: FundsStore,
    private readonly projects: ProjectsFacade,
    private readonly identity: IdentityFacade,
  ) {}

  async run(callId: string, rows: readonly JournalRow[]): Promise<JournalView[]> {
    const known = await this.gather(callId);
    const names = await this.identity.names(rows.map(({ actorId }) => actorId));
    return rows.map((row) => {
      const { summary, reference } = known.events.get(row.key) ?? { summary: say(row.memo, row.memo), reference: null };
      const { id, number, occurredAt, recordedAt, actorId, reversalOf, reversedBy } = row;
      const lines = row.lines.map((line) => lineOf(line, known));
      return { id, number, occurredOn: dayOf(occurredAt), recordedAt, summary, reference, who: names.get(actorId) ?? null, reversalOf, reversedBy, lines };
    });
  }

  private async gather(callId: string): Promise<Known> {
    const [projects, tranches, deposits, returns] = await Promise.all([
      this.projects.ofCall(callId), this.funds.ofCall(callId), this.funds.deposits(callId), this.funds.returnsIn(callId),
    ]);
    const byId = new Map(projects.map(({ id, number, name }) => [id, { number, name }]));
    const told = (projectId: string) => ({ number: '', name: '', ...byId.get(projectId) });
    const events: Known['events'] = new Map([
      [`round:${callId}:authorised`, { summary: say('核定批次资金总额', 'The pool of the round is authorised'), reference: null }],
      ...projects.flatMap(({ id, number, name }) => [
        [`project:${id}:committed`, { summary: say(`立项承诺 ${number}《${name}》`, `Committed to ${number} “${name}”`), reference: null }] as const,
        [`project:${id}:released`, { summary: say(`释放未用承诺 ${number}《${name}》`, `Released what was left of ${number} “${name}”`), reference: null }] as const,
      ]),
      ...deposits.map(({ id, memo, reference }) => [`deposit:${id}`, { summary: say(`资金到账 ${memo}`, `Money came in: ${memo}`), reference }] as const),
      ...tranches.map(({ id, projectId, title, bankReference }) => {
        const { number, name } = told(projectId);
        return [`tranche:${id}:paid`, { summary: say(`拨付${title.zh} ${number}《${name}》`, `Paid: ${title.en}, ${number} “${name}”`), reference: bankReference }] as const;
      }),
      ...returns.map(({ id, projectId, bankReference }) => {
        const { number, name } = told(projectId);
        return [`return:${id}`, { summary: say(`结余退回 ${number}《${name}》`, `Came back from ${number} “${name}”`), reference: bankReference }] as const;
      }),
    ]);
    return { projects: byId, events };
  }
}

function lineOf({ code, amount, balanceAfter }: JournalRow['lines'][number], { projects }: Known): JournalLineView {
  const { name, side, projectId } = accountInWords(code);
  return {
    account: name, side, projectId, projectNumber: projectId && (projects.get(projectId)?.number ?? null),
    debitFen: amount > 0 ? amount : null, creditFen: amount < 0 ? -amount : null, balanceFen: balanceAfter,
  };
}
