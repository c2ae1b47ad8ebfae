import { say, type Sentence } from '#libs/errors';

const UNNAMED = say('主办单位', 'The organiser');

/** Who holds a round: the host, or whoever is named first. */
export function hostOf(organisers: readonly { readonly role: string; readonly name: Sentence }[]): Sentence {
  return (organisers.find(({ role }) => role === 'host') ?? organisers[0])?.name ?? UNNAMED;
}
