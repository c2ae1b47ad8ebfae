import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { Shown } from '#libs/http';
import { fen, toWords } from '#libs/money';
import { streamXlsx } from '#libs/spreadsheets';
import { OrganisationsFacade } from '#modules/organisations';
import { ProjectsFacade } from '#modules/projects';
import { noSuchTranche } from '../funds.errors.js';
import { FundsStore } from '../store/funds.store.js';

/** What the bank is told: to whom, how much, what for. */
export class InstructionView {
  @Shown() payee: string;
  @Shown() bankName: string;
  @Shown() accountNumber: string;
  @Shown() amountFen: number;
  @Shown({ description: '大写' }) amountWords: string;
  @Shown() purpose: string;
}

/** The instruction for the bank, with the full number: that it was read is on record. */
@Injectable()
export class ReadInstruction {
  constructor(
    private readonly tx: Transaction,
    private readonly funds: FundsStore,
    private readonly organisations: OrganisationsFacade,
    private readonly projects: ProjectsFacade,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `tranche_absent` unless it is approved and the actor's to pay */
  run(id: string, actor: Actor): Promise<InstructionView> {
    return this.tx.run(async () => {
      const tranche = await this.funds.lock(id);
      if (tranche?.status !== 'approved' || !actor.holdsAt(tranche.nodePath, 'finance_maker')) throw noSuchTranche();
      const [account, project] = await Promise.all([this.organisations.accountOf(tranche.organisationId, tranche.accountId!), this.projects.get(tranche.projectId)]);
      const accountNumber = await this.organisations.accountNumber(tranche.organisationId, tranche.accountId!);
      await this.audit.record({ action: 'bank_account.number_read', subject: { kind: 'tranche', id }, actor, facts: { account: tranche.accountId } });
      const amountFen = tranche.payFen!;
      return { payee: account!.accountName, bankName: account!.bankName, accountNumber: accountNumber!, amountFen, amountWords: toWords(fen(amountFen)), purpose: `${project.number} ${tranche.title.zh}` };
    });
  }

  /** The same as a sheet that a bank's counter or its online service takes. */
  async sheet(id: string, actor: Actor) {
    const { payee, bankName, accountNumber, amountFen, amountWords, purpose } = await this.run(id, actor);
    const columns = [
      { header: '收款人户名', width: 36 }, { header: '收款账号', width: 26 }, { header: '开户银行', width: 30 }, { header: '金额（元）', format: '#,##0.00' }, { header: '金额大写', width: 30 }, { header: '用途', width: 36 },
    ];
    return streamXlsx([{ name: '付款指令', columns, rows: [[payee, accountNumber, bankName, amountFen / 100, amountWords, purpose]] }]);
  }
}
