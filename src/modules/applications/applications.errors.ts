import { absent, forbidden, invalid, refused, say, stale, type Problem } from '#libs/errors';

export const noSuchApplication = () => absent('application_absent', say('没有找到该申报', 'There is no such application'));

export const applicationChanged = () =>
  stale('application_changed', say('内容已在别处修改，请刷新后合并；您填写的内容没有丢失', 'It was changed elsewhere; reload and merge, what you typed is kept'));

export const mayNotApply = (problems: readonly Problem[]) =>
  invalid('may_not_apply', say('该组织不能申报本批次', 'This organisation cannot apply in this call'), { problems });

export const incomplete = (problems: readonly Problem[]) =>
  invalid('application_incomplete', say('还有 {errors} 处需要填写或更正，申报没有提交，内容已保存', '{errors} places still need filling in or correcting; it was not submitted, what you wrote is kept'), { errors: problems.length, problems });

export const ownOrganisation = () => forbidden('own_organisation', say('您是该组织的成员，不能审查其申报', 'You belong to this organisation and cannot screen its application'));

export const signingRulesFailed = (problems: readonly Problem[]) =>
  refused('signing_rules_failed', say('签约前复核有 {count} 条资格条件不符合，协议没有签订', '{count} rules fail when tested again before signing; the contract was not signed'), { count: problems.length, problems });
