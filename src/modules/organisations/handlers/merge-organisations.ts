import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { isId, Transaction } from '#libs/database';
import { refused, say, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { checkCreditCode } from '#libs/identifiers';
import { IdentityFacade } from '#modules/identity';
import type { Organisation } from '../domain/organisation.js';
import { noSuchOrganisation } from '../organisations.errors.js';
import { OrganisationStore } from '../store/organisation.store.js';
import { RecordStore } from '../store/record.store.js';
import { RecordLeaf } from './keep-record.js';

/** One field in which the two differ. */
export class MergeDifferenceView {
  @ShownSentence() field: Sentence;
  @Shown({ nullable: true, type: String }) lost: string | null;
  @Shown({ nullable: true, type: String }) kept: string | null;
}

export class MergeSideView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown({ nullable: true, type: String }) creditCode: string | null;
  @Shown({ type: 'integer' }) members: number;
  @Shown({ type: 'integer' }) bans: number;
  @Shown({ type: 'integer' }) issues: number;
  @Shown({ type: 'integer' }) lookups: number;
}

/** What a merge would do, before it is done. */
export class MergePreviewView {
  @Shown({ type: MergeSideView, description: '被并入 the double' }) lost: MergeSideView;
  @Shown({ type: MergeSideView, description: '保留 the one that stays' }) kept: MergeSideView;
  @Shown({ type: [MergeDifferenceView], description: '保留一方的资料不变 what the double says otherwise; the profile of the one that stays is not changed' }) differences: MergeDifferenceView[];
  @Shown({ type: [String], description: '将成为成员的人 who becomes a member' }) newMembers: string[];
  @ShownSentence({ nullable: true, description: '不能合并的原因 why it cannot be merged' }) refusal: Sentence | null;
}

const FIELDS: readonly (readonly [keyof Organisation, Sentence])[] = [
  ['name', say('名称', 'Name')], ['creditCode', say('统一社会信用代码', 'Credit code')], ['registrationAuthority', say('登记管理机关', 'Registration authority')],
  ['registeredOn', say('成立日期', 'Registered on')], ['address', say('地址', 'Address')], ['legalRepresentative', say('法定代表人', 'Legal representative')],
  ['grade', say('评估等级', 'Grade')], ['fullTimeStaff', say('专职人员', 'Full-time staff')],
];

interface Pair {
  readonly lost: Organisation;
  readonly kept: Organisation;
}

/**
 * Two entries of the same organisation become one. What the double did stays its own, word for word and hash for hash; its members,
 * bans, stops, look-ups and awards count for the one that stays, whose members go on with what the double has under way; nothing new begins in its name.
 */
@Injectable()
export class MergeOrganisations {
  constructor(
    private readonly tx: Transaction,
    private readonly organisations: OrganisationStore,
    private readonly records: RecordStore,
    private readonly identity: IdentityFacade,
    private readonly leaves: RecordLeaf,
  ) {}

  /** @throws DomainError `organisation_absent` */
  async preview(lostId: string, keptId: string, actor: Actor): Promise<MergePreviewView> {
    const pair = await this.pair(lostId, keptId, actor, false);
    const [lost, kept, missing] = [await this.side(pair.lost), await this.side(pair.kept), await this.missing(pair.kept, pair.lost)];
    return { lost, kept, differences: differencesOf(pair), newMembers: missing.map(({ name }) => name), refusal: refusalOf(pair) };
  }

  /** @throws DomainError `organisation_absent`, `merge_refused` */
  run(lostId: string, keptId: string, reason: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const pair = await this.pair(lostId, keptId, actor, true);
      const refusal = refusalOf(pair);
      if (refusal) throw refused('merge_refused', refusal);
      const [joining, taking] = [await this.missing(pair.kept, pair.lost), await this.missing(pair.lost, pair.kept)];
      for (const { id } of joining) await this.identity.grant(id, 'applicant', { subjectId: pair.kept.id }, actor);
      // What the double has under way is theirs to go on with as well, also when its own people leave.
      for (const { id } of taking) await this.identity.grant(id, 'applicant', { subjectId: pair.lost.id }, actor);
      pair.lost.mergedInto = pair.kept.id;
      await this.organisations.update(pair.lost, pair.lost.version);
      await this.leaves.write('organisation.merged', lostId, actor, { into: keptId, reason, members: joining.map(({ id }) => id) });
      await this.leaves.write('organisation.took_over', keptId, actor, { from: lostId, reason });
    });
  }

  private async pair(lostId: string, keptId: string, actor: Actor, lock: boolean): Promise<Pair> {
    // In one order of ids, so that two who merge crosswise do not wait for each other.
    const found = new Map<string, Organisation>();
    for (const id of [lostId, keptId].sort()) {
      const organisation = isId(id) ? await (lock ? this.organisations.lock(id) : this.organisations.find(id)) : null;
      if (!organisation || !actor.holdsAt(organisation.nodePath, 'officer')) throw noSuchOrganisation();
      found.set(id, organisation);
    }
    return { lost: found.get(lostId)!, kept: found.get(keptId)! };
  }

  private async side({ id, name, creditCode }: Organisation): Promise<MergeSideView> {
    const [record, issues, lookups, members] = await Promise.all([
      this.records.onRecord(id), this.records.issues([id]), this.records.lookups([id]), this.identity.accountsWith({ role: 'applicant', subjectId: id }),
    ]);
    return { id, name, creditCode, members: members.length, bans: record!.debarments.filter(({ liftedAt }) => !liftedAt).length, issues: issues.filter(({ resolvedAt }) => !resolvedAt).length, lookups: lookups.length };
  }

  /** Who acts for the other and not for this one. */
  private async missing(one: Organisation, other: Organisation): Promise<{ id: string; name: string }[]> {
    const [theirs, own] = await Promise.all([other, one].map(({ id }) => this.identity.accountsWith({ role: 'applicant', subjectId: id })));
    return theirs!.filter(({ id }) => !own!.some((member) => member.id === id));
  }
}

function differencesOf({ lost, kept }: Pair): MergeDifferenceView[] {
  const words = (value: unknown) => (value === null || value === undefined || value === '' ? null : String(value));
  return FIELDS.map(([key, field]) => ({ field, lost: words(lost[key]), kept: words(kept[key]) })).filter((row) => row.lost !== row.kept);
}

const isSound = (code: string | null): boolean => code !== null && checkCreditCode(code).warnings.length === 0;

/** Two sound credit codes are two legal persons, however alike their names; a code whose check digit fails may be a slip of the pen. */
function refusalOf({ lost, kept }: Pair): Sentence | null {
  if (lost.id === kept.id) return say('不能与自身合并', 'It cannot be merged with itself');
  if (lost.mergedInto !== null || kept.mergedInto !== null) return say('其中一家已经合并过', 'One of them was merged already');
  if (isSound(lost.creditCode) && isSound(kept.creditCode)) return say('两家的统一社会信用代码不同，是两个法人，不能合并', 'They have different credit codes: two legal persons cannot be merged');
  if (lost.creditCode && !kept.creditCode) return say('请保留有统一社会信用代码的一家', 'Keep the one that has a credit code');
  return null;
}
