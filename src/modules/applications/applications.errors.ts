import { absent, forbidden, invalid, refused, say, stale, type Problem, type Sentence } from '#libs/errors';

export const noSuchApplication = () => absent('application_absent', say('没有找到该申报', 'There is no such application'));

export const applicationChanged = () =>
  stale('application_changed', say('内容已在别处修改，请刷新后合并；您填写的内容没有丢失', 'It was changed elsewhere; reload and merge, what you typed is kept'));

export const notTheOwner = () =>
  refused('not_the_owner', say('只有申报负责人可以办理，请联系负责人，或由负责人移交给您', 'Only the person in charge of the application can do this; ask her, or have it handed over to you'));

const MAY: Record<'view' | 'comment', Sentence> = { view: say('查看', 'read'), comment: say('查看和批注', 'read and comment') };

export const beyondPart = (part: 'view' | 'comment') =>
  refused('beyond_part', say('您在这份申报中只能{may}；需要修改时请负责人调整您的权限', 'In this application you may {mayEn} only; ask the person in charge for more'), { may: MAY[part].zh, mayEn: MAY[part].en });

export const mayNotApply = (problems: readonly Problem[]) =>
  invalid('may_not_apply', say('该组织不能申报本批次', 'This organisation cannot apply in this call'), { problems });

export const incomplete = (problems: readonly Problem[]) =>
  invalid('application_incomplete', say('还有 {errors} 处需要填写或更正，申报没有提交，内容已保存', '{errors} places still need filling in or correcting; it was not submitted, what you wrote is kept'), { errors: problems.length, problems });

export const previewNeeded = () =>
  refused('preview_needed', say('还没有预览，申报没有提交，内容已保存。请先打开预览，核对后从预览提交', 'It has not been previewed, so it was not submitted; what you wrote is kept. Open the preview, check it and submit from there'));

export const previewOutdated = () =>
  refused('preview_outdated', say('预览之后内容或规则有变化，申报没有提交，内容已保存。请重新预览后提交', 'The content or the rules have changed since the preview, so it was not submitted; what you wrote is kept. Preview it again and submit then'));

export const ownOrganisation = () => forbidden('own_organisation', say('您是该组织的成员，不能审查其申报', 'You belong to this organisation and cannot screen its application'));

export const signingRulesFailed = (problems: readonly Problem[]) =>
  refused('signing_rules_failed', say('签约前复核有 {count} 条资格条件不符合，协议没有签订', '{count} rules fail when tested again before signing; the contract was not signed'), { count: problems.length, problems });

export const outcomesDecided = () => refused('outcomes_decided', say(
  '立项名单已经作出，排名不能再改。请先在“立项”页撤回公示并更正，对受影响的项目按异议成立处理；这里的重算结果可作为依据',
  'The awards are decided and the ranking cannot change any more. Take the notice down for correction in the awards of the call and uphold an objection against the award concerned; what is recomputed here is the ground for it',
));
