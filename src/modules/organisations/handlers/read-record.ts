import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { isId } from '#libs/database';
import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { DocumentsFacade, DocumentView } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { ISSUE_NAMES, type Issue } from '../domain/issue.js';
import { REGISTER_NAMES, type Lookup } from '../domain/lookup.js';
import { oddNames } from '../domain/profile-rules.js';
import type { Organisation } from '../domain/organisation.js';
import { noSuchOrganisation } from '../organisations.errors.js';
import { KEEPERS, STAFF } from '../organisations.permissions.js';
import { OrganisationStore } from '../store/organisation.store.js';
import { RecordStore } from '../store/record.store.js';
import { PeopleAlike, PersonAlikeView } from './people-alike.js';

type Names = ReadonlyMap<string, string>;

export class LookupEntryView {
  @Shown() fromDay: string;
  @Shown({ nullable: true, type: String }) untilDay: string | null;
  @Shown() what: string;
}

export class LookupView {
  @Shown() id: string;
  @Shown() register: string;
  @ShownSentence() registerName: Sentence;
  @Shown() lookedUpOn: string;
  @Shown({ enum: ['clear', 'listed'] }) result: string;
  @Shown({ type: [LookupEntryView] }) entries: readonly LookupEntryView[];
  @Shown({ description: '查询时的名称 the name that was asked about' }) subjectName: string;
  @Shown({ nullable: true, type: String }) subjectCode: string | null;
  @Shown({ type: DocumentView }) document: DocumentView;
  @Shown() who: string;
  @Shown() madeAt: Date;

  static of({ id, register, lookedUpOn, result, entries, subject, madeBy, madeAt }: Lookup, document: DocumentView, names: Names): LookupView {
    return {
      id, register, registerName: REGISTER_NAMES[register], lookedUpOn, result, entries: entries.map(({ fromDay, untilDay, what }) => ({ fromDay, untilDay, what })),
      subjectName: subject.name, subjectCode: subject.creditCode, document, who: names.get(madeBy) ?? '', madeAt,
    };
  }
}

export class IssueView {
  @Shown() id: string;
  @ShownSentence() kind: Sentence;
  @Shown() reason: string;
  @Shown() raisedBy: string;
  @Shown() raisedAt: Date;
  @Shown({ nullable: true, type: String }) resolution: string | null;
  @Shown({ nullable: true, type: String }) resolvedBy: string | null;
  @Shown({ nullable: true, type: Date }) resolvedAt: Date | null;

  static of({ id, kind, reason, raisedBy, raisedAt, resolution, resolvedBy, resolvedAt }: Issue, names: Names): IssueView {
    return { id, kind: ISSUE_NAMES[kind], reason, raisedBy: names.get(raisedBy) ?? '', raisedAt, resolution, resolvedBy: resolvedBy && (names.get(resolvedBy) ?? ''), resolvedAt };
  }
}

export class DoubleView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown({ nullable: true, type: String }) creditCode: string | null;
}

export class SimilarView extends DoubleView {
  @Shown({ description: '肉眼看不出区别 nobody could tell the names apart by eye' }) looksSame: boolean;
}

/** What staff have looked up and noted about an organisation and its doubles, newest first. */
export class OrganisationRecordView {
  @Shown({ type: [LookupView] }) lookups: LookupView[];
  @Shown({ type: [IssueView] }) issues: IssueView[];
  @Shown({ type: [DoubleView], description: '并入本组织的 merged into it' }) doubles: DoubleView[];
  @Shown({ type: [SimilarView], description: '名称相近、可能重复的 alike by name, perhaps the same' }) similar: SimilarView[];
  @Shown({ type: [PersonAlikeView], description: '本地区与法定代表人姓名写法不同、看起来相同的人 people of the place whose names are written otherwise than the legal representative’s and look the same' }) peopleAlike: PersonAlikeView[];
  @ShownSentence({ nullable: true, description: '名称中不易察觉的字符 what the name holds that nobody sees' }) odd: Sentence | null;
  @Shown({ nullable: true, type: DoubleView, description: '已并入 what it was merged into' }) mergedInto: DoubleView | null;
  @Shown({ description: '可以登记查询与情况 the reader may add to it' }) mayKeep: boolean;
  @Shown({ description: '可以合并 the reader may merge' }) mayMerge: boolean;
}

@Injectable()
export class ReadRecord {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly records: RecordStore,
    private readonly documents: DocumentsFacade,
    private readonly identity: IdentityFacade,
    private readonly names: PeopleAlike,
  ) {}

  /** @throws DomainError `organisation_absent` also for one out of sight */
  async run(id: string, actor: Actor): Promise<OrganisationRecordView> {
    const organisation = isId(id) ? await this.organisations.find(id) : null;
    if (!organisation || !actor.holdsAt(organisation.nodePath, ...STAFF)) throw noSuchOrganisation();
    const doubles = await this.records.doublesOf(id);
    const family = [id, ...doubles.map((double) => double.id)];
    const [lookups, issues, similar, peopleAlike] = await Promise.all([
      this.records.lookups(family), this.records.issues(family), this.records.similar(organisation.name, id), this.names.run(organisation, [organisation.legalRepresentative]),
    ]);
    return {
      ...(await this.shown(lookups, issues)), doubles: doubles.map(double), mergedInto: await this.survivor(organisation),
      similar: similar.filter(({ nodePath }) => actor.holdsAt(nodePath, ...STAFF)).map((other) => ({ ...double(other), looksSame: other.looksSame })), odd: oddNames(organisation), peopleAlike,
      mayKeep: actor.holdsAt(organisation.nodePath, ...KEEPERS), mayMerge: actor.holdsAt(organisation.nodePath, 'officer') && organisation.mergedInto === null,
    };
  }

  private async shown(lookups: readonly Lookup[], issues: readonly Issue[]): Promise<Pick<OrganisationRecordView, 'lookups' | 'issues'>> {
    const people = [...lookups.map(({ madeBy }) => madeBy), ...issues.flatMap(({ raisedBy, resolvedBy }) => [raisedBy, resolvedBy])];
    const [names, files] = await Promise.all([this.identity.names(people), this.documents.many(lookups.map(({ documentId }) => documentId))]);
    const byId = new Map(files.map((file) => [file.id as string, file]));
    return { lookups: lookups.map((lookup) => LookupView.of(lookup, byId.get(lookup.documentId)!, names)), issues: issues.map((issue) => IssueView.of(issue, names)) };
  }

  private async survivor({ mergedInto }: Organisation): Promise<DoubleView | null> {
    const found = mergedInto === null ? null : await this.organisations.find(mergedInto);
    return found && double(found);
  }
}

const double = ({ id, name, creditCode }: { id: string; name: string; creditCode: string | null }): DoubleView => ({ id, name, creditCode });
