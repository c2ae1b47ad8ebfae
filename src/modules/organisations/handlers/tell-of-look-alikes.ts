import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { PeopleToBeTold } from '#modules/identity';
import type { Organisation } from '../domain/organisation.js';
import { oddNames, type Remark } from '../domain/profile-rules.js';
import { SimilarNames } from './similar-names.js';

type Named = Pick<Organisation, 'id' | 'name' | 'legalRepresentative' | 'nodePath' | 'version'>;

/** Who else is here under such a name: told to whoever enters or renames an organisation, and where the eye is deceived to the officers of its place. */
@Injectable()
export class TellOfLookAlikes {
  constructor(
    private readonly similar: SimilarNames,
    private readonly events: Events,
    readonly clock: Clock,
  ) {}

  async run({ id, name, legalRepresentative, nodePath, version }: Named): Promise<Remark[]> {
    const remarks = await this.similar.remarks(name, id);
    const [same, odd] = [await this.similar.lookingLike(name, id), oddNames({ name, legalRepresentative })];
    if (same.length === 0 && odd === null) return remarks;
    const why = whyOf(same, odd);
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'officer', nodePath }, kind: 'organisation-looks-like', title: say('机构名称容易混淆：{name}', 'A name that is easily mistaken: {name}'),
      body: say('“{name}”{why}。请核对登记证书；如是同一家，可以合并。', '"{name}": {whyEn}. Please compare the certificates; if it is the same one, merge them.'),
      link: `/desk/organisations/${id}?tab=record`, key: `organisation-looks-like:${id}:${version}`, facts: { name, why: why.zh, whyEn: why.en },
    });
    return remarks;
  }
}

function whyOf(same: readonly string[], odd: Sentence | null): Sentence {
  const alike = same.length === 0 ? null : say(`与“${same.join('”“')}”看起来相同`, `It looks like ${same.map((other) => `"${other}"`).join(', ')}`);
  const said = [alike, odd].filter((sentence) => sentence !== null);
  return say(said.map(({ zh }) => zh).join('；'), said.map(({ en }) => en).join('; '));
}
