import type { Rulebook, RulebookScoring, SentenceView } from '../../../api/index.js';
import { say } from './say.js';

type Bloc = RulebookScoring['stages'][number]['blocs'][number];

const BALLOT_COUNTS: Record<'borda' | 'schulze' | 'stv' | 'equal_shares', SentenceView> = {
  borda: say('波达计数', 'Borda count'), schulze: say('舒尔茨法', 'the Schulze method'), stv: say('单记可转移投票', 'single transferable vote'), equal_shares: say('等额分享', 'the Method of Equal Shares'),
};

/** How the sheets of a bloc become one score. */
export function aggregationSentence({ kind, aggregation, panel }: Bloc): SentenceView {
  if (kind === 'external') return say('由工作人员凭依据记录的分值。', 'A figure that staff record with its evidence.');
  const judges = say(`${panel.judges} 位评委`, `${panel.judges} judges`);
  switch (aggregation.method) {
    case 'mean':
      return say(`${judges.zh}，取平均分。`, `${judges.en}; the mean of their scores.`);
    case 'median':
      return say(`${judges.zh}，取中位数。`, `${judges.en}; the median of their scores.`);
    case 'sum':
      return say(`${judges.zh}，分数相加。`, `${judges.en}; their scores are added up.`);
    case 'ranked_ballot': {
      const count = BALLOT_COUNTS[aggregation.count];
      const partial = aggregation.partial === 'allowed' ? say('，可以只排一部分', '; some may be left out') : say('，须全部排完', '; all must be ranked');
      return say(`${judges.zh}，各自给项目排出先后${partial.zh}；按${count.zh}计票。`, `${judges.en} put the projects in order${partial.en}; counted by ${count.en}.`);
    }
    default:
      return say(
        `${judges.zh}；有效评分达到 ${aggregation.threshold} 份时，去掉一个最高分和一个最低分后取平均。`,
        `${judges.en}; from ${aggregation.threshold} sheets on, one highest and one lowest are dropped before the mean.`,
      );
  }
}

export function blindSentence({ blind }: Bloc): SentenceView | null {
  if (blind === 'open') return null;
  return say('匿名评审：评委看不到申报单位的名称等身份信息。', 'Blind: judges do not see who applies.');
}

/** What decides between equal scores, in order. */
export function tieBreakSentences({ scoring }: Pick<Rulebook, 'scoring'>): SentenceView[] {
  const stage = (key: string) => scoring.stages.find((one) => one.key === key)?.title ?? say('', '');
  return scoring.tieBreak.map((rule) => {
    switch (rule.by) {
      case 'stage':
        return say(`${stage(rule.stage).zh}得分高者`, `the higher score of ${stage(rule.stage).en}`);
      case 'criterion': {
        const criterion = scoring.stages.find(({ key }) => key === rule.stage)?.blocs.find(({ key }) => key === rule.bloc)?.criteria.find(({ key }) => key === rule.criterion);
        return say(`“${criterion?.title.zh ?? ''}”得分高者`, `the higher score for “${criterion?.title.en ?? ''}”`);
      }
      case 'preference':
        return say('满足优先条件者', 'whoever meets the preferences');
      case 'lower_request':
        return say('申请额较低者', 'the lower request');
      case 'earlier_submission':
        return say('提交较早者', 'the earlier submission');
      case 'lot':
        return say('公开抽签', 'a public lot');
      default:
        return say('评审委员会表决', 'a vote of the committee');
    }
  });
}

/** 8 minutes, 1 minute 30 seconds. */
export function minutes(seconds: number): SentenceView {
  const [whole, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (rest === 0) return say(`${whole} 分钟`, `${whole} min`);
  return whole === 0 ? say(`${rest} 秒`, `${rest} s`) : say(`${whole} 分 ${rest} 秒`, `${whole} min ${rest} s`);
}
