import { Injectable } from '@nestjs/common';
import { say } from '#libs/errors';
import { Shown } from '#libs/http';
import { checkCreditCode } from '#libs/identifiers';
import { OrganisationStore } from '../store/organisation.store.js';
import { RemarkView } from './organisation.view.js';

/** What anybody learns who knows the whole code: it stands on every certificate. */
export class FoundOrganisationView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown() kind: string;
}

export class CreditCodeView {
  @Shown({ description: '规范写法 the code in its normal form' }) code: string;
  @Shown({ description: '18 位且字符合法 eighteen sound characters' }) wellFormed: boolean;
  @Shown({ type: [RemarkView], description: '请核对之处，不妨碍保存 what a person should look at' }) remarks: RemarkView[];
  @Shown({ nullable: true, type: FoundOrganisationView, description: '已登记的组织 who has it on this platform' }) organisation: FoundOrganisationView | null;
}

/** Says of a credit code what the code itself tells, and which organisation here has it. Nothing is found by half a code. */
@Injectable()
export class LookUpCreditCode {
  constructor(private readonly organisations: OrganisationStore) {}

  async run(text: string): Promise<CreditCodeView> {
    const { code, wellFormed, warnings } = checkCreditCode(text);
    const found = wellFormed ? await this.organisations.byCreditCode(code) : null;
    const remarks = warnings.map((warning) => RemarkView.of(warning));
    if (!wellFormed && remarks.length === 0) remarks.push(RemarkView.of({ code: 'credit_code_malformed', sentence: say('统一社会信用代码须为 18 位', 'A credit code has 18 characters') }));
    return { code, wellFormed, remarks, organisation: found && { id: found.id, name: found.name, kind: found.kind } };
  }
}
