import { say } from '#libs/errors';
import { formatFen } from '#libs/money';
import type { Fen } from '#libs/money';
import type { Reason } from './allocation.js';
import type { Candidate } from './allocation-rule.js';

/** Each sentence is what the applicant is told; the facts are the figures that the decision looked at. */
export const reasons = {
  funded: (candidate: Candidate, amount: Fen, reserved: boolean): Reason =>
    reserved
      ? {
          code: 'award.reserved_seat',
          sentence: say(
            '排名第{rank}，获“{category}”类保留名额，资助{amount}',
            'Ranked {rank}: takes a seat reserved for {category} and receives {amount}',
          ),
          facts: { rank: candidate.rank, category: candidate.category, amount: formatFen(amount) },
        }
      : {
          code: 'award.open_seat',
          sentence: say('排名第{rank}，资助{amount}', 'Ranked {rank}: receives {amount}'),
          facts: { rank: candidate.rank, amount: formatFen(amount) },
        },
  partly: (candidate: Candidate, amount: Fen, full: Fen): Reason => ({
    code: 'award.partial',
    sentence: say(
      '排名第{rank}，应资助{full}，资金池仅余{amount}，按规则资助余额',
      'Ranked {rank}: {full} was due, the pool has {amount} left, and the rule grants the rest',
    ),
    facts: { rank: candidate.rank, amount: formatFen(amount), full: formatFen(full) },
  }),
  notRanked: (): Reason => ({
    code: 'award.not_ranked',
    sentence: say('评分未达到排名条件', 'Its scores do not allow a rank'),
    facts: {},
  }),
  belowLine: (candidate: Candidate, line: string): Reason => ({
    code: 'award.below_line',
    sentence: say('得分{total}低于入围线{line}', 'The total of {total} is below the line of {line}'),
    facts: { total: candidate.total, line },
  }),
  noAmount: (candidate: Candidate): Reason => ({
    code: 'award.no_tier',
    sentence: say('排名第{rank}，奖励档次不含该名次', 'Ranked {rank}: no tier of the rule reaches that rank'),
    facts: { rank: candidate.rank },
  }),
  organisationFull: (candidate: Candidate, most: number): Reason => ({
    code: 'award.organisation_has_enough',
    sentence: say(
      '排名第{rank}，同一组织本批次最多入选{most}项，已有排名更靠前的项目或类别名额入选',
      'Ranked {rank}: one organisation may win at most {most} in a round, and others of its own were placed before',
    ),
    facts: { rank: candidate.rank, most },
  }),
  noSeat: (candidate: Candidate): Reason => ({
    code: 'award.no_seat',
    sentence: say('排名第{rank}，名额已满', 'Ranked {rank}: every seat it could take is taken'),
    facts: { rank: candidate.rank },
  }),
  noMoney: (candidate: Candidate, due: Fen, left: Fen): Reason => ({
    code: 'award.no_money',
    sentence: say(
      '排名第{rank}，应资助{due}，资金池余{left}，不足以资助',
      'Ranked {rank}: {due} would be due, and the {left} left in the pool does not cover it',
    ),
    facts: { rank: candidate.rank, due: formatFen(due), left: formatFen(left) },
  }),
  afterTheCut: (candidate: Candidate): Reason => ({
    code: 'award.after_the_cut',
    sentence: say(
      '排名第{rank}，排在资金用尽处之后',
      'Ranked {rank}: it stands behind the place at which the money ended',
    ),
    facts: { rank: candidate.rank },
  }),
  reserveFull: (candidate: Candidate, size: number): Reason => ({
    code: 'award.reserve_full',
    sentence: say('排名第{rank}，候补名单{size}个位置已满', 'Ranked {rank}: the reserve list of {size} is full'),
    facts: { rank: candidate.rank, size },
  }),
};
