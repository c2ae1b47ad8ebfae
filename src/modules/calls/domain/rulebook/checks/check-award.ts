import type { AllocationRule, RoadshowProtocol, Rulebook } from '../rulebook.js';
import { brokenRank } from './check-money.js';
import { exactSum } from './exact-sums.js';
import { problem } from './problem-catalogue.js';
import type { Problems } from './problem-catalogue.js';

function* protocol(of: RoadshowProtocol, book: Rulebook): Problems {
  const held = book.stages.find((stage) => stage.key === of.stage);
  const facts = { key: of.stage };
  if (held === undefined) yield problem('unknown_stage', 'roadshow.stage', facts);
  else if (held.kind !== 'roadshow') yield problem('stage_not_roadshow', 'roadshow.stage', facts);
  if (of.warningSeconds >= of.presentSeconds) yield problem('warning_too_long', 'roadshow.warningSeconds');
  if (of.groups.by === 'size' && of.groups.size === undefined) yield problem('group_size_missing', 'roadshow.groups');
}

function* roadshow(book: Rulebook): Problems {
  if (book.roadshow !== null) yield* protocol(book.roadshow, book);
  else if (book.stages.some((stage) => stage.kind === 'roadshow')) yield problem('roadshow_protocol_missing', 'roadshow');
}

function* shares(of: AllocationRule, book: Rulebook): Problems {
  const sum = exactSum(of.minimumShares.map((share) => share.atLeastPercent));
  if (sum > 100) yield problem('minimum_shares_exceed_whole', 'allocation.minimumShares', { sum });
  for (const key of of.minimumShares.flatMap((share) => share.categories)) {
    if (!book.categories.some((category) => category.key === key)) {
      yield problem('unknown_category', 'allocation.minimumShares', { key });
    }
  }
}

function* prizes(of: AllocationRule): Problems {
  const broken = brokenRank(of.prizes ?? []);
  if (broken !== -1) yield problem('tiers_not_contiguous', `allocation.prizes.${broken}`);
}

function* allocation(book: Rulebook): Problems {
  const of = book.allocation;
  const highest = exactSum([100, ...book.scoring.bonuses.map((bonus) => bonus.max)]);
  if (of.minimumScore !== null && of.minimumScore > highest) {
    yield problem('minimum_out_of_reach', 'allocation.minimumScore', { highest });
  }
  if (of.marginal === 'partial' && of.marginalMinimumFen === null) {
    yield problem('marginal_minimum_missing', 'allocation.marginalMinimumFen');
  }
  yield* shares(of, book);
  yield* prizes(of);
  const grouped = book.roadshow !== null && book.roadshow.groups.by !== 'none';
  if (of.rankWithin === 'group' && !grouped) yield problem('groups_missing', 'allocation.rankWithin');
}

/** Roadshow, allocation and contract fit the stages, the categories and each other. */
export function* checkAward(book: Rulebook): Problems {
  yield* roadshow(book);
  yield* allocation(book);
  const roles = book.contract.parties.map((party) => party.role);
  if (!roles.includes('funder') || !roles.includes('grantee')) yield problem('contract_party_missing', 'contract.parties');
}
