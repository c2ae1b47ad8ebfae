import { absent, refused, say, type Sentence } from '#libs/errors';

export const noSuchOrganisation = () => absent('organisation_absent', say('没有找到该组织', 'There is no such organisation'));

export const creditCodeTaken = (name: string) =>
  refused('credit_code_taken', say('该统一社会信用代码已由“{name}”登记，请联系该组织的成员加入', 'This credit code is registered by "{name}"; ask its members to let you in'), { name });

export const STOPPED: Sentence = say('该组织的各项业务已被暂停：{reason}', 'Every step of this organisation is stopped: {reason}');

export const organisationStopped = (reason: string) => refused('organisation_stopped', STOPPED, { reason });
