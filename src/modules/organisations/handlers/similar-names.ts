import { Injectable } from '@nestjs/common';
import { say, type Sentence } from '#libs/errors';
import { Shown } from '#libs/http';
import type { Organisation } from '../domain/organisation.js';
import { oddNames, type Remark } from '../domain/profile-rules.js';
import { RecordStore } from '../store/record.store.js';
import { PeopleAlike, type PersonAlikeView } from './people-alike.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A name as it stands on the certificate: names of organisations are public, nothing else is told. */
export class SimilarNameView {
  @Shown() name: string;
  @Shown({ description: '已有统一社会信用代码 has a credit code on record' }) registered: boolean;
}

/** What deceives the eye: others under a name that looks the same, people likewise, and what its own names hide. */
export interface Looks {
  readonly alike: string[];
  readonly people: PersonAlikeView[];
  readonly odd: Sentence | null;
}

/** Organisations that are already here under the same or nearly the same name. */
@Injectable()
export class SimilarNames {
  constructor(
    private readonly records: RecordStore,
    private readonly people: PeopleAlike,
  ) {}

  async run(name: string): Promise<SimilarNameView[]> {
    const found = await this.records.similar(name.normalize('NFKC').trim(), NOBODY);
    return found.map(({ name: known, creditCode }) => ({ name: known, registered: creditCode !== null }));
  }

  /** Those whose names nobody could tell apart from this one by eye. */
  async lookingLike(name: string, exceptId: string): Promise<string[]> {
    return (await this.records.similar(name, exceptId)).filter(({ looksSame }) => looksSame).map((other) => other.name);
  }

  /** All that deceives the eye about an organisation. @param named people whom it names beside its legal representative */
  async looksOf(organisation: Pick<Organisation, 'id' | 'name' | 'legalRepresentative' | 'nodePath'>, named: readonly string[] = []): Promise<Looks> {
    const { id, name, legalRepresentative } = organisation;
    const [alike, people] = await Promise.all([this.lookingLike(name, id), this.people.run(organisation, [legalRepresentative, ...named])]);
    return { alike, people, odd: oddNames({ name, legalRepresentative }) };
  }

  /** What whoever enters an organisation is told of others that may be the same one. */
  async remarks(name: string, exceptId = NOBODY): Promise<Remark[]> {
    const found = await this.records.similar(name, exceptId);
    if (found.length === 0) return [];
    const names = found.map((one) => one.name).join('、');
    return [{ code: 'similar_name', sentence: say('已有名称相近的组织：{names}。如是同一家，请联系其成员加入，或请妇联合并', 'There are organisations with a similar name: {names}. If it is the same one, ask its members to let you in, or the federation to merge them'), facts: { names } }];
  }
}
