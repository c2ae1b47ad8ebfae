import { Injectable } from '@nestjs/common';
import { lookOfName } from '#libs/characters';
import { say, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { IdentityFacade } from '#modules/identity';
import type { Organisation } from '../domain/organisation.js';
import { RecordStore } from '../store/record.store.js';

/** Somebody of the place whose name is written otherwise than one that was asked for and looks the same. */
export class PersonAlikeView {
  @Shown({ description: '被比对的姓名 the name that was compared' }) asked: string;
  @Shown({ description: '看起来相同的姓名 the name that looks the same' }) name: string;
  @ShownSentence({ description: '这个人是谁 who that is' }) where: Sentence;
}

type Place = Pick<Organisation, 'id' | 'nodePath'>;

const MOST = 20;
const ON_DUTY = say('本地区的工作人员或评委', 'on duty or a judge of this place');
const lies = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/**
 * People whose names deceive the eye: legal representatives and members of other organisations of the place, and whoever has a duty there. The same
 * name in the same signs is a namesake and no deceit; of the organisation's own people nobody is found.
 */
@Injectable()
export class PeopleAlike {
  constructor(
    private readonly records: RecordStore,
    private readonly identity: IdentityFacade,
  ) {}

  async run(place: Place, names: readonly string[]): Promise<PersonAlikeView[]> {
    const asked = new Map([...new Set(names)].map((name) => [name, lookOfName(name)]));
    const looks = [...new Set(asked.values())].filter((look) => look !== '');
    if (looks.length === 0) return [];
    const [representatives, members] = await Promise.all([this.records.representativesLooking(looks, place), this.accounts(looks, place)]);
    const found = [...representatives.map(({ organisation, ...one }) => ({ ...one, where: say(`“${organisation}”的法定代表人`, `legal representative of "${organisation}"`) })), ...members];
    const told = [...asked].flatMap(([name, look]) => found.filter((one) => one.look === look && one.name !== name).map((one) => ({ asked: name, name: one.name, where: one.where })));
    return told.filter((one, at) => told.findIndex((other) => other.asked === one.asked && other.name === one.name && other.where.zh === one.where.zh) === at).slice(0, MOST);
  }

  private async accounts(looks: readonly string[], { id, nodePath }: Place): Promise<{ name: string; look: string; where: Sentence }[]> {
    const people = (await this.identity.peopleLooking(looks)).filter(({ subjectIds }) => !subjectIds.includes(id));
    const organisations = await this.records.atPlace(people.flatMap(({ subjectIds }) => subjectIds), nodePath);
    return people.flatMap(({ name, look, nodePaths, subjectIds }) => [
      ...(nodePaths.some((path) => lies(path, nodePath)) ? [{ name, look, where: ON_DUTY }] : []),
      ...subjectIds.flatMap((subject) => {
        const organisation = organisations.get(subject);
        return organisation === undefined ? [] : [{ name, look, where: say(`“${organisation}”的成员`, `member of "${organisation}"`) }];
      }),
    ]);
  }
}
