import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { PeopleToBeTold } from '#modules/identity';
import type { Organisation } from '../domain/organisation.js';
import type { Remark } from '../domain/profile-rules.js';
import { SimilarNames, type Looks } from './similar-names.js';

type Named = Pick<Organisation, 'id' | 'name' | 'legalRepresentative' | 'nodePath' | 'version'>;

/** Who else is here under such a name: told to whoever enters or renames an organisation, and where the eye is deceived to the officers of its place. */
@Injectable()
export class TellOfLookAlikes {
  constructor(
    private readonly similar: SimilarNames,
    private readonly events: Events,
    readonly clock: Clock,
  ) {}

  async run(organisation: Named): Promise<Remark[]> {
    const { id, name, nodePath, version } = organisation;
    const remarks = await this.similar.remarks(name, id);
    const why = whyOf(organisation, await this.similar.looksOf(organisation));
    if (why === null) return remarks;
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'officer', nodePath }, kind: 'organisation-looks-like', title: say('名称或姓名容易混淆：{name}', 'Names that are easily mistaken: {name}'),
      body: say('“{name}”：{why}。请核对登记证书；如与已有组织是同一家，可以合并。', '"{name}": {whyEn}. Please compare the certificates; if it is the same as one that is here, merge them.'),
      link: `/desk/organisations/${id}?tab=record`, key: `organisation-looks-like:${id}:${version}`, facts: { name, why: why.zh, whyEn: why.en },
    });
    return remarks;
  }
}

function whyOf({ legalRepresentative }: Named, { alike, people, odd }: Looks): Sentence | null {
  const zh = (names: readonly string[]) => names.map((other) => `“${other}”`).join('');
  const en = (names: readonly string[]) => names.map((other) => `"${other}"`).join(', ');
  const said = [
    alike.length > 0 && say(`名称与${zh(alike)}看起来相同`, `its name looks like ${en(alike)}`),
    people.length > 0 && say(
      `法定代表人“${legalRepresentative}”与${people.map((one) => `“${one.name}”（${one.where.zh}）`).join('')}写法不同、看起来相同`,
      `the name of its legal representative, "${legalRepresentative}", is written otherwise than ${people.map((one) => `"${one.name}" (${one.where.en})`).join(', ')} and looks the same`,
    ),
    odd,
  ].filter((sentence) => sentence !== false && sentence !== null);
  return said.length === 0 ? null : say(said.map((one) => one.zh).join('；'), said.map((one) => one.en).join('; '));
}
