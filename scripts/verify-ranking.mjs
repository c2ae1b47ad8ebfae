#!/usr/bin/env node
// Recomputes published rankings from their manifests, to the digit, with nothing but Node.
//   node scripts/verify-ranking.mjs manifest.json [more.json …] [--sha256=<the hash printed in the notice>]
// Answers 0 when everything agrees, 1 when a figure differs, 2 when a file cannot be read or none was named. Without the hash it only shows
// that a manifest agrees with itself: whether it is the one that was published, the hash alone can tell.
// Written apart from the platform on purpose, sharing no line with it; without imports, so that the pages of a ranking can run it too.
// Exact fractions: [numerator, denominator], the denominator always above zero.
const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const make = (n, d) => {
  if (d === 0n) throw new Error('division by zero');
  const g = (d < 0n ? -1n : 1n) * gcd(n, d);
  return [n / g, d / g];
};
const whole = (n) => [BigInt(n), 1n];
const add = ([a, b], [c, d]) => make(a * d + c * b, b * d);
const mul = ([a, b], [c, d]) => make(a * c, b * d);
const div = ([a, b], [c, d]) => make(a * d, b * c);
const cmp = ([a, b], [c, d]) => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0);
const total = (list) => list.reduce(add, whole(0));
const mean = (list) => div(total(list), whole(list.length));
const read = (text) => {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`not a decimal: ${text}`);
  const [integer, fraction = ''] = text.split('.');
  return make(BigInt(integer + fraction), 10n ** BigInt(fraction.length));
};
const halfUp = ([n, d], places) => {
  const magnitude = n < 0n ? -n : n;
  const units = (2n * magnitude * 10n ** BigInt(places) + d) / (2n * d);
  const text = String(units).padStart(places + 1, '0');
  return (n < 0n && units > 0n ? '-' : '') + (places ? `${text.slice(0, -places)}.${text.slice(-places)}` : text);
};
const ZERO = whole(0);
// Judges to bloc: [score, null] or [null, reason].
function fold(rule, scores) {
  const list = [...scores].sort(cmp);
  const n = list.length;
  if (n === 0) return [null, 'score.nothing_to_count'];
  if (rule.kind === 'sum') return [total(list), null];
  if (rule.kind === 'median') return [mean([list[(n - 1) >> 1], list[n >> 1]]), null];
  if (rule.kind === 'trimmed-mean') {
    if (n < rule.minimum) return [null, 'score.too_few_to_trim'];
    if (n >= rule.threshold) return [mean(list.slice(1, -1)), null];
  } else if (rule.kind !== 'mean') throw new Error(`unknown aggregation: ${rule.kind}`);
  return [mean(list), null];
}

// One sheet to points: null when a criterion was left empty, 'n/a' when none applies.
function sheetScore(criteria, points, outOf) {
  if (criteria.some(({ id }) => points[id] === undefined)) return null;
  const live = criteria.filter(({ id }) => points[id] !== 'n/a');
  if (live.length === 0) return 'n/a';
  const share = ({ weight, max }) => read(weight ?? max);
  for (const { id, max } of live) {
    if (cmp(read(points[id]), ZERO) < 0 || cmp(read(points[id]), read(max)) > 0) throw new Error(`out of scale: ${id} ${points[id]}`);
  }
  const earned = total(live.map((c) => mul(share(c), div(read(points[c.id]), read(c.max)))));
  return mul(outOf, div(earned, total(live.map(share))));
}

const normalisers = {
  points: (by, value, best, outOf) => mul(outOf, div(value, read(by.max))),
  target: (by, value, best, outOf) => mul(outOf, div(value, read(by.target))),
  'share-of-best': (by, value, best, outOf) => (best[0] === 0n ? ZERO : mul(outOf, div(value, best))),
  bands: (by, value) => {
    const reached = by.bands.filter((band) => cmp(read(band.from), value) <= 0);
    reached.sort((a, b) => cmp(read(b.from), read(a.from)));
    return reached.length ? read(reached[0].points) : ZERO;
  },
};
function outsideScore(rule, raw, best, outOf) {
  if (raw === undefined) return ZERO;
  const score = normalisers[rule.normalise.by](rule.normalise, read(raw), best, outOf);
  return cmp(score, outOf) > 0 ? outOf : cmp(score, ZERO) < 0 ? ZERO : score;
}

function shortfalls(bloc, sheets, counted) {
  const reasons = counted < bloc.quorum ? ['score.below_quorum'] : [];
  if (bloc.missing === 'block' && sheets.some((sheet) => sheet.score === null)) reasons.push('score.sheets_missing');
  return reasons;
}

function judgesScore(world, application, stage, bloc, found) {
  const rows = world.sheets.get([application.id, stage.id, bloc.id].join('\n')) ?? [];
  const sheets = rows.map((row) => ({ row, score: sheetScore(bloc.criteria, row.points, world.outOf) }));
  const counted = sheets.filter(({ score }) => Array.isArray(score));
  const [score, refusal] = fold(bloc.aggregate, counted.map((sheet) => sheet.score));
  const reasons = shortfalls(bloc, sheets, counted.length);
  if (reasons.length === 0 && refusal) reasons.push(refusal);
  found.reasons.push(...reasons);
  if (reasons.length > 0) return null;
  for (const criterion of bloc.criteria) {
    const marks = counted.filter(({ row }) => row.points[criterion.id] !== 'n/a');
    const scale = ({ row }) => mul(world.outOf, div(read(row.points[criterion.id]), read(criterion.max)));
    const [value] = fold(bloc.aggregate, marks.map(scale));
    if (value) found.nodes[[stage.id, bloc.id, criterion.id].join('\n')] = value;
  }
  return score;
}

// Ranked ballots. A paper: the applications that were on it, and the place of each that was ranked.
function papersOf(world, stage, bloc) {
  const papers = new Map();
  for (const { id } of world.applications) {
    for (const { judgeId, points } of world.sheets.get([id, stage.id, bloc.id].join('\n')) ?? []) {
      if (points.place === undefined) continue;
      const paper = papers.get(judgeId) ?? new Map();
      papers.set(judgeId, paper.set(id, points.place === 'n/a' ? Infinity : Number(points.place)));
    }
  }
  return [...papers.values()];
}
const byId = (a, b) => (a < b ? -1 : 1);
const ranked = (paper) => [...paper].filter(([, place]) => place !== Infinity).sort(([a, one], [b, other]) => one - other || byId(a, b)).map(([id]) => id);
const highest = (list, value) => [...list].sort((a, b) => cmp(value(b), value(a)) || byId(a, b));

// Everybody's mean share of the others on a paper that stand behind; an equal counts half.
function bordaShare(papers, id) {
  const shares = papers.filter((paper) => paper.has(id)).map((paper) => {
    const others = [...paper.keys()].filter((other) => other !== id);
    const half = (other) => (paper.get(id) < paper.get(other) ? 2 : paper.get(id) === paper.get(other) ? 1 : 0);
    return others.length ? make(BigInt(others.reduce((sum, other) => sum + half(other), 0)), BigInt(2 * others.length)) : whole(1);
  });
  return mean(shares);
}

// Strongest paths of pairwise wins; ordered by how many others each beats on them.
function schulzeSets(papers, ids) {
  const over = (a, b) => papers.filter((paper) => paper.has(a) && paper.has(b) && paper.get(a) < paper.get(b)).length;
  const path = Object.fromEntries(ids.map((a) => [a, Object.fromEntries(ids.map((b) => [b, over(a, b) > over(b, a) ? over(a, b) : 0]))]));
  for (const via of ids) for (const from of ids) for (const to of ids) if (from !== to) path[from][to] = Math.max(path[from][to], Math.min(path[from][via], path[via][to]));
  return clusters(ids, (a) => whole(ids.filter((b) => path[a][b] > path[b][a]).length));
}

// Droop quota, surplus handed on by weight, the last one out; equals in the order of their ids.
function stvElected(papers, ids, seats) {
  const quota = whole(Math.floor(papers.length / (seats + 1)) + 1);
  const votes = papers.map((paper) => ({ order: ranked(paper), weight: whole(1) }));
  const [standing, elected] = [new Set(ids), []];
  const first = ({ order }) => order.find((id) => standing.has(id));
  const tally = (id) => total(votes.filter((vote) => first(vote) === id).map(({ weight }) => weight));
  while (elected.length < seats && standing.size > 0) {
    const sorted = highest(standing, tally);
    if (standing.size <= seats - elected.length) return [...elected, ...sorted];
    const [best, won] = [sorted[0], tally(sorted[0])];
    if (cmp(won, quota) < 0) {
      standing.delete(sorted.at(-1));
      continue;
    }
    const kept = div(add(won, mul(whole(-1), quota)), won);
    for (const vote of votes.filter((one) => first(one) === best)) vote.weight = mul(vote.weight, kept);
    elected.push(best);
    standing.delete(best);
  }
  return elected;
}

// Equal purses; the project whose supporters pay least each is funded, again and again; dearer ones, then later ids, wait.
function sharesFunded(papers, ids, costs, pool) {
  const purses = papers.map((paper) => ({ likes: new Set(ranked(paper)), money: div(whole(pool), whole(papers.length)) }));
  const funded = [];
  const price = (id) => {
    const supporters = purses.filter(({ likes }) => likes.has(id)).map(({ money }) => money).sort(cmp);
    let owed = whole(costs.get(id));
    for (const [at, money] of supporters.entries()) {
      const each = div(owed, whole(supporters.length - at));
      if (cmp(money, each) >= 0) return each;
      owed = add(owed, mul(whole(-1), money));
    }
    return null;
  };
  for (;;) {
    const offers = ids.filter((id) => !funded.includes(id)).map((id) => ({ id, each: price(id) })).filter(({ each }) => each !== null);
    offers.sort((a, b) => cmp(a.each, b.each) || costs.get(a.id) - costs.get(b.id) || byId(a.id, b.id));
    if (offers.length === 0) return funded;
    const [{ id, each }] = offers;
    funded.push(id);
    for (const purse of purses.filter(({ likes }) => likes.has(id))) purse.money = add(purse.money, mul(whole(-1), cmp(purse.money, each) < 0 ? purse.money : each));
  }
}

function ballotOutcome(world, stage, bloc) {
  const papers = papersOf(world, stage, bloc);
  const ids = world.applications.map(({ id }) => id).filter((id) => papers.some((paper) => paper.has(id))).sort(byId);
  if (bloc.count === 'borda') return new Map(ids.map((id) => [id, mul(world.outOf, bordaShare(papers, id))]));
  const costs = new Map(world.applications.map(({ id, requestedFen = 0 }) => [id, requestedFen]));
  const inFront = (chosen) => [...chosen.map((id) => [id]), ids.filter((id) => !chosen.includes(id))].filter((set) => set.length > 0);
  const counts = { schulze: () => schulzeSets(papers, ids), stv: () => inFront(stvElected(papers, ids, bloc.seats)), 'equal-shares': () => inFront(sharesFunded(papers, ids, costs, bloc.poolFen)) };
  const scores = new Map();
  for (const set of counts[bloc.count]()) {
    const middle = div(whole(2 * scores.size + 1 + set.length), whole(2));
    const score = div(mul(world.outOf, add(add(whole(ids.length), mul(whole(-1), middle)), [1n, 2n])), whole(ids.length));
    set.forEach((id) => scores.set(id, score));
  }
  return scores;
}

function ballotScore(world, application, stage, bloc, found) {
  const rows = world.sheets.get([application.id, stage.id, bloc.id].join('\n')) ?? [];
  const sheets = rows.map(({ points }) => ({ score: points.place === undefined ? null : points }));
  const reasons = shortfalls(bloc, sheets, sheets.filter(({ score }) => score !== null).length);
  found.reasons.push(...reasons);
  if (reasons.length > 0) return null;
  if (!world.counted.has(bloc)) world.counted.set(bloc, ballotOutcome(world, stage, bloc));
  return world.counted.get(bloc).get(application.id) ?? null;
}

function blocScore(world, application, stage, bloc, found) {
  if (bloc.kind === 'ballot') return ballotScore(world, application, stage, bloc, found);
  if (bloc.kind === 'judges') return judgesScore(world, application, stage, bloc, found);
  const raw = application.outside[bloc.source];
  const lacking = raw === undefined && bloc.whenAbsent === 'not-rankable';
  if (lacking) found.reasons.push('score.outside_absent');
  if (lacking) return null;
  return outsideScore(bloc, raw, world.best(bloc.source), world.outOf);
}

function combine(how, parts) {
  if (parts.some(({ score }) => score === null)) return null;
  return total(parts.map(({ score, weight }) => (how === 'sum' ? score : div(mul(score, read(weight)), whole(100)))));
}

function compute(world, application) {
  const found = { application, nodes: {}, reasons: [] };
  const stages = world.rubric.stages.map((stage) => {
    const blocs = stage.blocs.filter((bloc) => bloc.boards === undefined || bloc.boards.includes(boardOf(found))).map((bloc) => {
      const score = blocScore(world, application, stage, bloc, found);
      if (score) found.nodes[[stage.id, bloc.id].join('\n')] = score;
      return { weight: bloc.weight, score };
    });
    const exact = combine(stage.combine, blocs);
    const score = exact && stage.announcedPlaces !== undefined ? read(halfUp(exact, stage.announcedPlaces)) : exact;
    if (score) found.nodes[stage.id] = score;
    return { weight: stage.weight, score };
  });
  const bonuses = world.rubric.bonuses.map((bonus) => {
    const points = outsideScore(bonus, application.outside[bonus.source], world.best(bonus.source), read(bonus.max));
    const floor = bonus.min === undefined || points[0] === 0n ? ZERO : read(bonus.min);
    return cmp(points, floor) < 0 ? floor : points;
  });
  const base = combine(world.rubric.combine, stages);
  found.total = base && add(base, total(bonuses));
  return found;
}

// The value on which a tie-break step compares, higher first; null when there is none.
const lowerFirst = { committee: 'committeeOrder', lot: 'lot', 'earlier-submission': 'submittedAtMs' };
function stepValue(step, { application, nodes }) {
  if (step.by === 'preference-points') return read(application.preferencePoints ?? '0');
  if (step.stageId !== undefined) {
    return nodes[[step.stageId, step.blocId, step.criterionId].filter((part) => part !== undefined).join('\n')] ?? null;
  }
  const value = application[lowerFirst[step.by] ?? 'requestedFen'];
  return value === undefined ? null : whole(step.prefer === 'higher' ? value : -value);
}

function clusters(set, valueOf) {
  const list = set.map((item) => ({ item, value: valueOf(item) })).sort((a, b) => cmp(b.value, a.value));
  const meets = ({ value }, at) => at > 0 && cmp(list[at - 1].value, value) === 0;
  return list.reduce((out, one, at) => (meets(one, at) ? [...out.slice(0, -1), [...out.at(-1), one.item]] : [...out, [one.item]]), []);
}

function untie(set, chain) {
  if (set.length === 1 || chain.length === 0) return [set];
  const [step, ...rest] = chain;
  if (set.some((item) => stepValue(step, item) === null)) return untie(set, rest);
  return clusters(set, (item) => stepValue(step, item)).flatMap((part) => untie(part, rest));
}

function rank(rubric, set, figure) {
  const { on, places } = rubric.ranking;
  const compared = (item) => (on === 'rounded' ? read(halfUp(figure(item), places)) : figure(item));
  const standing = new Map();
  for (const cluster of clusters(set, compared).flatMap((met) => untie(met, rubric.tieBreak))) {
    const place = { rank: standing.size + 1, shared: cluster.length };
    cluster.forEach((item) => standing.set(item, place));
  }
  return standing;
}

function groupFigure(rubric, rankable) {
  const groups = groupBy(rankable);
  const inGroup = new Map([...groups.values()].flatMap((members) => [...rank(rubric, members, (item) => item.total)]));
  const figure = (item) => {
    const members = groups.get(groupOf(item));
    if (rubric.ranking.groups === 'none') return item.total;
    if (rubric.ranking.groups === 'coefficient') {
      const own = mean(members.map((each) => each.total));
      return own[0] === 0n ? item.total : div(mul(item.total, mean(rankable.map((each) => each.total))), own);
    }
    const { rank: place, shared } = inGroup.get(item);
    const middle = div(whole(2 * place + shared - 1), whole(2));
    return div(mul(whole(100), add(add(whole(members.length), mul(whole(-1), middle)), [1n, 2n])), whole(members.length));
  };
  return { inGroup, figure };
}
// Each board is ranked by itself.
const rankBoards = (rubric, items, figure) => new Map([...new Set(items.map(boardOf))].flatMap((board) => [...rank(rubric, items.filter((item) => boardOf(item) === board), figure)]));
const [boardOf, groupOf] = [(item) => item.application.boardId ?? '', (item) => item.application.groupId ?? ''];
const groupBy = (items) => items.reduce((map, item) => map.set(groupOf(item), [...(map.get(groupOf(item)) ?? []), item]), new Map());

export function recompute({ rubric, applications, recusals, scores }) {
  const sheets = new Map();
  const place = (row) => [row.applicationId, row.stageId, row.blocId].join('\n');
  const recused = new Set(recusals.map((row) => `${place(row)}\n${row.judgeId}`));
  const live = scores.filter((row) => !recused.has(`${place(row)}\n${row.judgeId}`));
  for (const row of live) sheets.set(place(row), [...(sheets.get(place(row)) ?? []), row]);
  const best = (source) => applications.flatMap((each) => (each.outside[source] === undefined ? [] : [read(each.outside[source])])).sort(cmp).at(-1) ?? ZERO;
  const world = { rubric, applications, sheets, best, outOf: read(rubric.outOf), counted: new Map() };
  const found = applications.map((application) => compute(world, application));
  const rankable = found.filter((item) => item.total !== null);
  const { inGroup, figure } = groupFigure(rubric, rankable);
  const overall = rankBoards(rubric, rankable, figure);
  const shown = (value) => halfUp(value, rubric.ranking.places);
  return found.map((item) => {
    const ranked = { total: null, groupNormalised: null, rank: null, rankInGroup: null };
    if (item.total) {
      ranked.total = shown(item.total);
      ranked.rank = overall.get(item).rank;
      if (rubric.ranking.groups !== 'none') ranked.groupNormalised = shown(figure(item));
      if (item.application.groupId !== undefined) ranked.rankInGroup = inGroup.get(item).rank;
    }
    return { applicationId: item.application.id, ...ranked, notRankable: [...new Set(item.reasons)].sort().join(',') };
  });
}

// SHA-256 (FIPS 180-4) of a text, in hex: a browser without HTTPS offers none, and Node's would be an import. Its constants are the first
// 32 bits of the fractions of the square and cube roots of the primes, taken here by whole-number arithmetic.
const primes = Array.from({ length: 312 }, (_, n) => n).filter((n) => n > 1 && Array.from({ length: n }, (_, d) => d).every((d) => d < 2 || n % d !== 0));
const rootBits = (n, power) => {
  let [low, high] = [0n, BigInt(n) << 32n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** power <= BigInt(n) << (32n * power)) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
};
const turn = (word, by) => (word >>> by) | (word << (32 - by));
const CUBES = primes.map((prime) => rootBits(prime, 3n));
const SQUARES = primes.slice(0, 8).map((prime) => rootBits(prime, 2n));
function schedule(block) {
  const words = Array.from({ length: 16 }, (_, at) => block.getUint32(4 * at));
  for (let at = 16; at < 64; at += 1) {
    const [early, late] = [words[at - 15], words[at - 2]];
    const mixed = (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
    words.push((words[at - 16] + words[at - 7] + mixed) | 0);
  }
  return words;
}
function sha256(text) {
  const bytes = new TextEncoder().encode(text);
  const padded = new DataView(new ArrayBuffer(64 * Math.ceil((bytes.length + 9) / 64)));
  bytes.forEach((byte, at) => padded.setUint8(at, byte));
  padded.setUint8(bytes.length, 0x80);
  padded.setBigUint64(padded.byteLength - 8, BigInt(bytes.length) * 8n);
  const state = [...SQUARES];
  for (let from = 0; from < padded.byteLength; from += 64) {
    let [a, b, c, d, e, f, g, h] = state;
    schedule(new DataView(padded.buffer, from, 64)).forEach((word, at) => {
      const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + CUBES[at] + word;
      const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
    });
    [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = (state[at] + word) | 0));
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

// The lots: commitment, seed and order follow from what was published, and nobody carries a lot that was not drawn.
function drawDifferences({ applications, draws = [] }) {
  const drawn = new Map();
  const out = draws.flatMap(({ applicationIds, secret, publicValue, commitment }) => {
    const seed = sha256(`tie-draw-v1|${secret}|${publicValue.trim()}`);
    const keyed = applicationIds.map((id) => ({ id, key: sha256(`${seed}|${id}`) })).sort((a, b) => (a.key < b.key ? -1 : 1));
    keyed.forEach(({ id }, at) => drawn.set(id, at + 1));
    return sha256(`tie-draw-v1|${secret}`) === commitment ? [] : [`draw: 承诺值不符/commitment differs ${commitment}`];
  });
  const wrong = applications.filter(({ id, lot }) => lot !== drawn.get(id));
  return [...out, ...wrong.map(({ id, lot }) => `${id} lot: 公布/published ${lot} ≠ 重算/recomputed ${drawn.get(id)}`)];
}

/** @returns {string[]} every published figure that comes out otherwise; none when all agree */
export function differences(manifest) {
  if (manifest.method !== 'qx-score-1') throw new Error(`unknown method: ${manifest.method}`);
  const published = new Map(manifest.results.map((each) => [each.applicationId, { ...each, notRankable: each.notRankable.join(',') }]));
  const own = recompute(manifest);
  const numbers = new Map(manifest.applications.map(({ id, number }) => [id, number ? `${number} (${id})` : id]));
  const out = own.flatMap((mine) =>
    Object.keys(mine)
      .filter((key) => published.get(mine.applicationId)?.[key] !== mine[key])
      .map((key) => `${numbers.get(mine.applicationId)} ${key}: 公布/published ${published.get(mine.applicationId)?.[key]} ≠ 重算/recomputed ${mine[key]}`),
  );
  out.push(...drawDifferences(manifest));
  if (published.size !== own.length || manifest.results.length !== own.length) out.push(`results: ${manifest.results.length} ≠ ${own.length}`);
  return out;
}

// The modules of Node by name, not by import: a browser has none.
function check(file, expected) {
  try {
    const bytes = process.getBuiltinModule('node:fs').readFileSync(file);
    const hash = process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex');
    const wrong = differences(JSON.parse(bytes.toString('utf8')));
    if (expected && expected !== hash) wrong.push(`sha256: ${hash} ≠ ${expected}`);
    console.log([`${wrong.length ? '不一致 DIFFERS' : '一致 AGREES'} ${file} sha256 ${hash}`, ...wrong].join('\n  '));
    return wrong.length ? 1 : 0;
  } catch (error) {
    console.error(`无法核对 UNREADABLE ${file}: ${error.message}`);
    return 2;
  }
}

const [, self = '', ...args] = globalThis.process?.argv ?? [];
// Browsers name a second download "verify-ranking (1).mjs".
if (/verify-ranking[^/\\]*\.mjs$/.test(self)) {
  const expected = args.find((arg) => arg.startsWith('--sha256='))?.slice('--sha256='.length).trim().toLowerCase();
  const files = args.filter((arg) => !arg.startsWith('--'));
  if (files.length === 0) console.error('用法 USAGE: node verify-ranking.mjs manifest.json --sha256=<公布的哈希值 the published hash>');
  else if (!expected) console.error('未给出公布的哈希值，只能说明清单前后是否一致。No published hash was given: this only tells whether a manifest agrees with itself.');
  process.exitCode = files.length === 0 ? 2 : Math.max(...files.map((file) => check(file, expected)));
}
