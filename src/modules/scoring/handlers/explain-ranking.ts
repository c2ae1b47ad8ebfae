import { Injectable } from '@nestjs/common';
import { say, tell, type Sentence } from '#libs/errors';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import { boardOf, type CallView, type Rulebook } from '#modules/calls';
import { cutStage } from '../domain/cut-stage.js';
import { inputOf } from '../domain/read-manifest.js';
import { rankApplications } from '../domain/score-tree/rank-applications.js';
import type { RankedApplication, Ranking, Tie } from '../domain/score-tree/ranking.js';
import type { TieBreakStep } from '../domain/score-tree/tree.js';
import type { SealedRankingRow } from '../domain/score-sheet.js';
import { CorrectionStore } from '../store/correction.store.js';
import { sealedFacts, type BlocScoreView, type CutView, type RankedBlocView, type RankedRowView, type RankingView, type TieStepView, type TieView } from './ranking.view.js';

type Titles = Pick<Rulebook, 'scoring' | 'categories' | 'boards'>;

const filled = (sentence: Sentence, facts: object): Sentence => say(tell(sentence, facts as Record<string, unknown>, 'zh'), tell(sentence, facts as Record<string, unknown>, 'en'));

/** Says of a sealed ranking what people ask: whose, by how much, which ties, where the cut lies. All of it follows from the manifest. */
@Injectable()
export class ExplainRanking {
  constructor(
    private readonly applications: ApplicationsFacade,
    private readonly corrections: CorrectionStore,
  ) {}

  /** @param audience the public learns the names of those alone whose award was announced */
  async run(row: SealedRankingRow, call: CallView, audience: 'staff' | 'public'): Promise<RankingView> {
    const sealed = sealedFacts(row);
    const ranking = rankApplications(sealed.manifest.rubric, inputOf(sealed.manifest));
    const known = new Map((await this.applications.many(ranking.results.map(({ applicationId }) => applicationId))).map((one) => [one.id, one]));
    const cut = row.stageKey === null ? null : cutOf(call.rulebook, row.stageKey, ranking.results, known);
    return {
      ...sealed, callNumber: call.number, callTitle: call.title, title: titleOf(call, row.stageKey), places: call.rulebook.scoring.rounding.decimals,
      corrects: await this.corrections.replacedBy(row), blocs: blocsOf(call.rulebook, row.stageKey), ties: ranking.ties.map((tie) => tieOf(tie, call.rulebook)), cut: cut && cut.view,
      rows: ranking.results.map((result) => ({ ...rowOf(result, sealed.manifest, known.get(result.applicationId)!, call.rulebook, audience), advanced: cut && cut.advanced.has(result.applicationId) })),
    };
  }
}

const titleOf = ({ rulebook }: CallView, stageKey: string | null): Sentence =>
  rulebook.scoring.stages.find(({ key }) => key === stageKey)?.title ?? say('全部评审环节合计', 'All stages together');

function blocsOf({ scoring }: Titles, stageKey: string | null): RankedBlocView[] {
  const stages = scoring.stages.filter(({ key }) => stageKey === null || key === stageKey);
  return stages.flatMap((stage) => stage.blocs.map((bloc) => ({
    stageKey: stage.key, blocKey: bloc.key, stageTitle: stage.title, blocTitle: bloc.title, kind: bloc.kind === 'external' ? 'outside' : 'judges',
    share: String(Number((((stageKey === null ? stage.weight : 100) * bloc.weight) / 100).toFixed(2))),
  })));
}

function rowOf(result: RankedApplication, { recusals }: RankingView['manifest'], application: ApplicationView, rulebook: Titles, audience: 'staff' | 'public'): Omit<RankedRowView, 'advanced'> {
  const { applicationId, rank, total, groupNormalised, sharesRank, breakdown } = result;
  const named = audience === 'staff' || (application.announcedAt !== null && application.outcome?.kind === 'awarded');
  return {
    applicationId, rank, total, groupNormalised, sharesRank, number: application.number!,
    projectName: named ? application.projectName : null, organisationName: named ? application.organisationName : null,
    ...placeOf(application, rulebook),
    blocs: scoresOf(result), bonus: shortest(breakdown.bonuses.reduce((sum, { score }) => sum + Number(score ?? 0), 0)),
    recused: recusals.filter((one) => one.applicationId === applicationId).map(({ judgeId }) => judgeId.split('/').at(-1)!),
    reasons: result.notRankable.map(({ sentence, facts }) => filled(sentence, facts)),
  };
}

const placeOf = ({ categoryKey }: ApplicationView, rulebook: Titles): Pick<RankedRowView, 'category' | 'board'> => ({
  category: rulebook.categories.find(({ key }) => key === categoryKey)?.title ?? say('', ''), board: boardOf(rulebook, categoryKey)?.title ?? null,
});

const shortest = (value: number): string => String(Number(value.toFixed(4)));

const scoresOf = ({ breakdown }: RankedApplication): BlocScoreView[] =>
  breakdown.stages.flatMap((stage) => stage.blocs.map((bloc) => ({
    stageKey: stage.id, blocKey: bloc.id, score: bloc.score, counted: bloc.kind === 'outside' ? null : bloc.counted, applied: bloc.kind === 'judges' ? bloc.applied : null,
  })));

const tieOf = ({ sentence, facts, applicationIds, steps }: Tie, rulebook: Titles): TieView => ({
  sentence: filled(sentence, facts), applicationIds: [...applicationIds],
  steps: steps.map(({ step, outcome }): TieStepView => ({ sentence: stepSentence(step, rulebook), outcome })),
});

const RECORDED: Record<'preference-points' | 'requested-amount' | 'earlier-submission' | 'lot' | 'committee', Sentence> = {
  'preference-points': say('符合优先条件多者在前', 'More preferences met goes first'),
  'requested-amount': say('申请金额低者在前', 'The lower request goes first'),
  'earlier-submission': say('提交时间早者在前', 'The earlier submission goes first'),
  lot: say('抽签', 'By lot'),
  committee: say('由评审委员会决定', 'The committee decides'),
};

/** A step of the chain in words: which score is compared, or which fact. */
export function stepSentence(step: TieBreakStep, { scoring }: Titles): Sentence {
  if (!('stageId' in step)) return RECORDED[step.by];
  const stage = scoring.stages.find(({ key }) => key === step.stageId)!;
  const bloc = 'blocId' in step ? stage.blocs.find(({ key }) => key === step.blocId) : undefined;
  const criterion = 'criterionId' in step ? bloc?.criteria.find(({ key }) => key === step.criterionId) : undefined;
  const titles = [stage.title, bloc?.title, criterion?.title].filter((title) => title !== undefined);
  return say(`“${titles.map(({ zh }) => zh).join(' · ')}”得分高者在前`, `The higher score of "${titles.map(({ en }) => en).join(' · ')}" goes first`);
}

const CUTS = {
  all: say('全部进入下一环节', 'All go on to the next stage'),
  passed: say('评审通过者进入下一环节', 'All that were ranked go on to the next stage'),
  top_overall: say('前 {count} 名进入下一环节，末位同名次一并进入', 'The first {count} go on, equals on the line together'),
  top_per_category: say('每类前 {count} 名进入下一环节，末位同名次一并进入', 'The first {count} of each category go on, equals on the line together'),
  minimum_score: say('{score} 分及以上进入下一环节', 'A score of {score} or more goes on'),
};

function cutOf(rulebook: Rulebook, stageKey: string, results: Ranking['results'], known: ReadonlyMap<string, ApplicationView>): { advanced: Set<string>; view: CutView } {
  const callStage = rulebook.scoring.stages.find(({ key }) => key === stageKey)!.stage;
  const { cut } = rulebook.stages.find(({ key }) => key === callStage)!;
  const { advanced } = cutStage(results.map(({ applicationId, rank, total }) => ({ applicationId, rank, score: total, category: known.get(applicationId)!.categoryKey, board: boardOf(rulebook, known.get(applicationId)!.categoryKey)?.key })), cut);
  const ranks = results.filter(({ applicationId, rank }) => rank !== null && advanced.includes(applicationId)).map(({ rank }) => rank!);
  const line = cut.kind === 'top_per_category' || ranks.length === 0 ? null : Math.max(...ranks);
  return { advanced: new Set(advanced), view: { sentence: filled(CUTS[cut.kind], cut), advanced: advanced.length, lastRank: line } };
}
