import { APPLICANT_KINDS, REGISTRATION_LEVELS, wordFor, type Rulebook, type SentenceView } from '../../../api/index.js';
import { listed, say, sayPair } from './say.js';

type Told = readonly [SentenceView, string];

export const kindsListed = (kinds: readonly string[], last: 'and' | 'or' = 'and'): SentenceView => listed(kinds.map((kind) => sayPair(wordFor(APPLICANT_KINDS, kind))), last);

/** Who may apply, how often and with whom. */
export function* applicantSentences({ applicants, matching }: Pick<Rulebook, 'applicants' | 'matching'>): Iterable<Told> {
  const kinds = kindsListed(applicants.types);
  yield [say(`可以申报的单位：${kinds.zh}。`, `Who may apply: ${kinds.en}.`), '/applicants/types'];
  yield* placeSentences(applicants);
  const { maxApplications: most, maxAwards: awards } = applicants;
  yield [say(`每个单位最多申报 ${most} 个项目。`, `An organisation submits ${most} application${most === 1 ? '' : 's'} at most.`), '/applicants/maxApplications'];
  yield [say(`每个单位最多立项 ${awards} 个。`, `An organisation wins ${awards} award${awards === 1 ? '' : 's'} at most.`), '/applicants/maxAwards'];
  yield* jointSentences(applicants);
  yield* matchingSentences(matching);
}

function* placeSentences({ registeredIn, registrationLevels, implementedIn, host }: Rulebook['applicants']): Iterable<Told> {
  if (registeredIn.length > 0) {
    const places = listed(registeredIn.map(({ name }) => name), 'or');
    const levels = listed(registrationLevels.map((level) => sayPair(wordFor(REGISTRATION_LEVELS, level))), 'or');
    yield [say(`登记地：${places.zh}${levels.zh ? `（${levels.zh}登记）` : ''}。`, `Registered in ${places.en}${levels.en ? ` (${levels.en} level)` : ''}.`), '/applicants/registeredIn'];
  }
  if (implementedIn.length > 0) {
    const places = listed(implementedIn.map(({ name }) => name), 'or');
    yield [say(`项目须在${places.zh}实施，服务当地人群。`, `The project happens in ${places.en} and serves people there.`), '/applicants/implementedIn'];
  }
  if (host.allowed) {
    const hosts = kindsListed(host.hostTypes, 'or');
    yield [say(`没有法人资格的社区社会组织可由依托单位代为申报（${hosts.zh}）。`, `A community group without legal personality applies through a host (${hosts.en}).`), '/applicants/host'];
  }
}

function* jointSentences({ joint }: Rulebook['applicants']): Iterable<Told> {
  if (joint.mode === 'forbidden') return yield [say('不接受联合申报。', 'Joint applications are not taken.'), '/applicants/joint'];
  if (joint.mode === 'allowed') return yield [say(`可以联合申报，连同牵头单位最多 ${joint.maxParties} 家。`, `Joint applications are allowed, ${joint.maxParties} parties at most, the leading one included.`), '/applicants/joint'];
  const groups = joint.together.map((kinds) => kindsListed(kinds, 'or'));
  const named = groups.length > 0 ? say(`，其中须有${groups.map(({ zh }) => zh).join('，以及')}`, `, among them ${groups.map(({ en }) => en).join(', and ')}`) : say('', '');
  yield [say(`须联合申报，最多 ${joint.maxParties} 家${named.zh}。`, `A joint application is required, ${joint.maxParties} parties at most${named.en}.`), '/applicants/joint'];
}

function* matchingSentences({ mode, minPercentOfTotal, topUp }: Rulebook['matching']): Iterable<Told> {
  if (mode === 'none') yield [say('不要求配套资金。', 'No matching money is asked for.'), '/matching'];
  if (mode === 'preferred') yield [say(`配套与自筹资金达到总预算的 ${minPercentOfTotal}% 的，同等条件下优先。`, `Matching and raised money of ${minPercentOfTotal} % of the budget is preferred among equals.`), '/matching'];
  if (mode === 'required') yield [say(`配套与自筹资金不得少于总预算的 ${minPercentOfTotal}%。`, `Matching and raised money must be at least ${minPercentOfTotal} % of the budget.`), '/matching'];
  if (topUp) yield [say(`自筹资金按 1:${topUp.ratio} 配比支持。`, `Money raised is topped up 1:${topUp.ratio}.`), '/matching'];
}
