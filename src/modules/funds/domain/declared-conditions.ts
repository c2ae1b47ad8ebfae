import { say } from '#libs/errors';
import { formatFen } from '#libs/money';
import { gateReason } from './gate-reason.js';
import { DOCUMENT_WORDS, type GateReason, type TrancheCondition, type TrancheFacts } from './tranche-facts.js';

/** Looks at one condition that the rulebook declared for the tranche. */
export function declaredReason(condition: TrancheCondition, facts: TrancheFacts): GateReason {
  switch (condition.kind) {
    case 'contract_signed':
      return contractSigned(facts);
    case 'publicity_over':
      return publicityOver(facts);
    case 'milestone_accepted':
      return milestoneAccepted(condition.milestone, facts);
    case 'evaluation_passed':
      return evaluationPassed(condition.evaluation, facts);
    case 'evaluation_grade':
      return evaluationGrade(condition, facts);
    case 'document':
      return documentPresent(condition, facts);
    case 'date_reached':
      return dateReached(condition.on, facts);
  }
}

type Of<K extends TrancheCondition['kind']> = TrancheCondition & { readonly kind: K };

/** A date in the future proves nothing yet. */
function happened(at: Date | null | undefined, now: Date): boolean {
  return at != null && at.getTime() <= now.getTime();
}

function contractSigned({ contract, now }: TrancheFacts): GateReason {
  return gateReason(
    'tranche.contract_signed',
    {
      met: say('协议已由各方签署（{signedAt}）', 'All parties signed the contract on {signedAt}'),
      unmet: say('协议尚未由各方签署', 'The contract is not signed by all parties'),
    },
    { met: happened(contract?.signedAt, now), facts: { signedAt: contract?.signedAt ?? null }, evidence: contract?.evidence },
  );
}

function publicityOver({ publicity, now }: TrancheFacts): GateReason {
  return gateReason(
    'tranche.publicity_over',
    {
      met: say('公示已于{endedAt}结束', 'The public notice ended on {endedAt}'),
      unmet: say('公示尚未结束', 'The public notice is not over'),
    },
    { met: happened(publicity?.endedAt, now), facts: { endedAt: publicity?.endedAt ?? null }, evidence: publicity?.evidence },
  );
}

function milestoneAccepted(key: string, { milestones, now, words }: TrancheFacts): GateReason {
  const found = milestones.find((each) => each.key === key);
  return gateReason(
    'tranche.milestone_accepted',
    {
      met: say('“{milestone}”已于{acceptedAt}验收', '“{milestone}” was accepted on {acceptedAt}'),
      unmet: say('“{milestone}”尚未提交或尚未验收', '“{milestone}” has not been handed in and accepted'),
    },
    {
      met: happened(found?.acceptedAt, now),
      facts: { milestone: words?.milestones.get(key) ?? key, acceptedAt: found?.acceptedAt ?? null },
      evidence: found?.evidence,
    },
  );
}

function evaluationPassed(key: string, { evaluations, words }: TrancheFacts): GateReason {
  const found = evaluations.find((each) => each.key === key);
  return gateReason(
    'tranche.evaluation_passed',
    {
      met: say('“{evaluation}”评估合格', 'The evaluation “{evaluation}” was passed'),
      unmet:
        found?.passed === false
          ? say('“{evaluation}”评估不合格', 'The evaluation “{evaluation}” was not passed')
          : say('“{evaluation}”评估尚无结论', 'The evaluation “{evaluation}” has no result yet'),
    },
    { met: found?.passed === true, facts: { evaluation: words?.evaluations.get(key) ?? key }, evidence: found?.evidence },
  );
}

function evaluationGrade({ evaluation, atLeast, grades }: Of<'evaluation_grade'>, facts: TrancheFacts): GateReason {
  const found = facts.evaluations.find((each) => each.key === evaluation);
  const grade = found?.grade ?? null;
  const place = grade === null ? -1 : grades.indexOf(grade);
  const line = grades.indexOf(atLeast);
  return gateReason(
    'tranche.evaluation_grade',
    {
      met: say('“{evaluation}”评估为{grade}，不低于{atLeast}', '“{evaluation}” was graded {grade}, at least {atLeast}'),
      unmet:
        grade === null
          ? say('“{evaluation}”评估尚无等级，须不低于{atLeast}', '“{evaluation}” has no grade yet; at least {atLeast} is asked')
          : say('“{evaluation}”评估为{grade}，须不低于{atLeast}', '“{evaluation}” was graded {grade}; at least {atLeast} is asked'),
    },
    // A grade or a line that the grid does not know opens nothing.
    { met: place >= 0 && place <= line, facts: gradeInWords({ evaluation, grade, atLeast }, facts), evidence: found?.evidence },
  );
}

function gradeInWords({ evaluation, grade, atLeast }: { evaluation: string; grade: string | null; atLeast: string }, { words }: TrancheFacts) {
  const name = (key: string) => words?.grades.get(key) ?? key;
  return { evaluation: words?.evaluations.get(evaluation) ?? evaluation, grade: grade === null ? null : name(grade), atLeast: name(atLeast) };
}

/** A document made out for less than the tranche does not carry it. */
function documentPresent({ anyOf }: Of<'document'>, { documents, trancheFen }: TrancheFacts): GateReason {
  const offered = documents.filter((each) => anyOf.includes(each.kind));
  const enough = offered.find((each) => each.amountFen === undefined || each.amountFen >= trancheFen);
  const shown = enough ?? offered[0];
  return gateReason(
    'tranche.document',
    {
      met: say('已有所需票据或材料（{kind}）', 'The required document is there ({kind})'),
      unmet: shown
        ? say('票据金额{stated}低于本期拨款{asked}', 'The document states {stated}, less than the {asked} of the tranche')
        : say('缺少票据或材料：{wanted}（任一即可）', 'A document is absent; one of these is enough: {wanted}'),
    },
    {
      met: enough !== undefined,
      facts: {
        wanted: anyOf.map((kind) => DOCUMENT_WORDS[kind]),
        kind: shown ? DOCUMENT_WORDS[shown.kind] : null,
        stated: shown?.amountFen === undefined ? null : formatFen(shown.amountFen),
        asked: formatFen(trancheFen),
      },
      evidence: shown?.evidence,
    },
  );
}

function dateReached(on: Date, { now }: TrancheFacts): GateReason {
  return gateReason(
    'tranche.date_reached',
    {
      met: say('已到约定日期（{on}）', 'The agreed date of {on} has come'),
      unmet: say('约定日期为{on}，尚未到期', 'The agreed date of {on} has not come'),
    },
    { met: happened(on, now), facts: { on } },
  );
}
