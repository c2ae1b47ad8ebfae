import { absent, refused, say } from '#libs/errors';

export const noSuchSession = () => absent('roadshow_absent', say('没有找到该场路演', 'There is no such roadshow'));
export const noSuchPresentation = () => absent('presentation_absent', say('没有找到该项目的路演安排', 'There is no such presentation'));
export const noRoadshow = () => refused('no_roadshow', say('规则书没有路演环节', 'The rulebook has no roadshow'));
