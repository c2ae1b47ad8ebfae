import { absent, refused, say } from '#libs/errors';

export const noSuchRound = () => absent('call_absent', say('没有找到该批次', 'There is no such call'));
export const noSuchProject = () => absent('project_absent', say('没有找到该项目', 'There is no such project'));
export const noProjects = () => refused('projects_missing', say('该批次尚无项目', 'The call has no projects yet'));
export const projectsUnderWay = (numbers: readonly string[]) =>
  refused('projects_under_way', say('还有 {count} 个项目未结算或终止', '{count} projects are neither settled nor terminated'), { count: numbers.length, numbers });
export const awardsUnderWay = (count: number) =>
  refused('awards_under_way', say('还有 {count} 项立项待公示、确认或答复', '{count} awards still wait for their notice, confirmation or answer'), { count });
