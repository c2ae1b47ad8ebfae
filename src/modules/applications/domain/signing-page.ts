import type { Rulebook } from '#modules/calls';

/** One party as it signs: its name and what it is. */
export interface SigningParty {
  readonly name: string;
  readonly role: '申报单位' | '联合申报单位' | '依托单位';
  /** When it took its consent back: it stays named, and signs nothing. */
  readonly leftAt?: Date | null;
}

/** One box of the page on which people sign and seal: who, what they say, and the lines they sign on. */
export interface SigningBox {
  readonly title: string;
  readonly says: string;
  readonly lines: readonly string[];
}

const SIGNED = '法定代表人或负责人（签字）';
const SEALED = '（盖章）';

/** What the rulebook has signed and sealed on paper, box by box; none where nothing is. */
export function signingPage({ seal, declaration }: Rulebook['form'], parties: readonly SigningParty[]): SigningBox[] {
  const own = [...(seal.legalRepresentative ? [SIGNED] : []), ...(seal.organisation ? [SEALED] : [])];
  return [
    ...(own.length > 0 ? parties.filter(({ leftAt }) => !leftAt).map(({ name, role }) => ({ title: `${role}：${name}`, says: declaration.zh, lines: own })) : []),
    ...(seal.site ? [{ title: '落地村（社区）意见', says: '同意本项目在本村（社区）实施，并提供必要的场地和协助。', lines: ['负责人（签字）', SEALED] }] : []),
    ...(seal.supervisingUnit ? [{ title: '业务主管单位意见', says: '', lines: ['负责人（签字）', SEALED] }] : []),
  ];
}
