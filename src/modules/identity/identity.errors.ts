import { absent, forbidden, invalid, refused, say } from '#libs/errors';

/** One answer for a wrong password, an unknown address and a disabled account: which it was is nobody's business. */
export const signInRefused = () => forbidden('sign_in_refused', say('邮箱或密码不正确', 'The address or the password is not right'));

/** @param waitMs until the next attempt counts */
export const tooManyAttempts = (waitMs: number) =>
  refused('too_many_attempts', say('次数过多，本次没有受理，请 {minutes} 分钟后再试', 'Too many attempts; this one was not taken. Please try again in {minutes} minutes'), {
    minutes: Math.max(1, Math.ceil(waitMs / 60_000)), waitSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
  });

export const csrfRefused = () =>
  forbidden('csrf_refused', say('页面已过期，请刷新后重试', 'The page is out of date; reload it and try again'));

/** The second factor has not been given, or too long ago for what is being asked. */
export const secondFactorNeeded = () =>
  forbidden('second_factor_needed', say('请输入动态验证码以继续', 'Please enter the code of your authenticator to continue'));

export const enrolmentNeeded = () =>
  forbidden('second_factor_enrolment_needed', say('工作人员须先绑定动态验证码', 'Staff must set up an authenticator first'));

export const codeRefused = () =>
  forbidden('code_refused', say('验证码不正确或已使用', 'The code is not right or has been used'));

export const linkRefused = () =>
  invalid('link_refused', say('链接无效、已使用或已过期', 'The link is not valid, has been used or has expired'));

export const accountAbsent = () => absent('account_absent', say('没有这个账号', 'There is no such account'));
export const nodeAbsent = () => absent('node_absent', say('没有这个组织节点', 'There is no such organiser'));
export const roleAbsent = () => absent('role_absent', say('没有这个角色', 'There is no such role'));
export const sessionAbsent = () => absent('session_absent', say('没有这个登录记录', 'There is no such session'));
