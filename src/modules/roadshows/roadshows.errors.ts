import { absent, refused, say, stale } from '#libs/errors';

export const JUDGES_AWAITED = say('还有 {count} 份评分未提交；如须结束请写明原因', '{count} sheets are not handed in; to end anyway give a reason');


export const noSuchSession = () => absent('roadshow_absent', say('没有找到该场路演', 'There is no such roadshow'));
export const noSuchPresentation = () => absent('presentation_absent', say('没有找到该项目的路演安排', 'There is no such presentation'));
export const noRoadshow = () => refused('no_roadshow', say('规则书没有路演环节', 'The rulebook has no roadshow'));
export const judgesAwaited = (count: number) => refused('judges_waiting', JUDGES_AWAITED, { count });
export const orderChanged = () => stale('order_changed', say('出场顺序已被他人改动，本次没有执行；请刷新后按新的顺序再定', 'Somebody else has changed the running order; nothing was done. Reload and decide on the new one'));
