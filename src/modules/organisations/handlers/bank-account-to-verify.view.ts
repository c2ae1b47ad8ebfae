import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { BankAccountView } from './organisation.view.js';

export class AccountPaperView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown() bytes: number;
}

/** A bank account with everything that whoever verifies it must look at. */
export class AccountToVerifyView extends BankAccountView {
  @Shown() organisationId: string;
  @Shown() organisationName: string;
  @Shown() proposedBy: string;
  @Shown({ nullable: true, type: String }) decidedBy: string | null;
  @Shown({ nullable: true, type: Date }) decidedAt: Date | null;
  @Shown({ description: '户名与登记名称是否一致 whether it is in the organisation’s own name' }) nameMatches: boolean;
  @Shown({ type: [AccountPaperView], description: '开户证明 what was handed in with it' }) papers: AccountPaperView[];
  @Shown({ nullable: true, type: BankAccountView, description: '目前在用的账户 the account in use now' }) inUse: BankAccountView | null;
  @Shown({ description: '可由本人核验 whether the reader may verify it' }) mayVerify: boolean;
  @Shown() mayReject: boolean;
  @ShownSentence({ required: false }) refusal?: Sentence;
}

export class AccountNumberView {
  @Shown({ description: '完整账号，查看已留痕 the full number; that it was read is on record' }) number: string;
}
