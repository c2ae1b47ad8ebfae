import { absent, invalid, say, stale, type Problem } from '#libs/errors';

export const noSuchCall = () => absent('call_absent', say('没有找到该批次', 'There is no such call'));

export const noSuchProgramme = () => absent('programme_absent', say('没有找到该项目', 'There is no such programme'));

export const noSuchVersion = (version: number) => absent('rulebook_version_absent', say('没有第 {version} 版规则书', 'There is no version {version} of the rulebook'), { version });

export const callChanged = () =>
  stale('call_changed', say('内容已被他人修改，请刷新后重试；您填写的内容没有丢失', 'Somebody else changed this; reload and try again, what you typed is kept'));

export const rulebookInvalid = (problems: readonly Problem[]) =>
  invalid('rulebook_unsound', say('规则书有 {count} 处错误，内容未保存', 'The rulebook has {count} errors; nothing was saved'), { count: problems.length, problems });
