import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '#modules/calls';
import { ContractsModule } from '#modules/contracts';
import { DocumentsModule } from '#modules/documents';
import { IdentityModule } from '#modules/identity';
import { MilestonesModule } from '#modules/milestones';
import { OrganisationsModule } from '#modules/organisations';
import { ProjectsModule } from '#modules/projects';
import { Deposit, Tranche } from './domain/tranche.js';
import { FundsFacade } from './funds.facade.js';
import { DecideDeposit, ProposeDeposit, RecordDeposit } from './handlers/deposit-money.js';
import { GateContext, JudgeGate } from './handlers/judge-gate.js';
import { KeepBooks } from './handlers/keep-books.js';
import { PayTranche, RecordTranche, RequestTranche } from './handlers/move-tranche.js';
import { DescribeTranches } from './handlers/describe-tranches.js';
import { ExportBooks } from './handlers/export-books.js';
import { ReadBalances } from './handlers/read-balances.js';
import { ReadBooks, VisibleRounds } from './handlers/read-books.js';
import { ReadDeposits } from './handlers/read-deposits.js';
import { ReadFunds } from './handlers/read-funds.js';
import { ReadInstruction } from './handlers/read-instruction.js';
import { ReadTranche, TrancheSurroundings } from './handlers/read-tranche.js';
import { ReleasePromise } from './handlers/release-promise.js';
import { SummariseJournals } from './handlers/summarise-journals.js';
import { CountMoney, RecordSettlement, SettleProject } from './handlers/settle-project.js';
import { BooksController } from './http/books.controller.js';
import { DepositsController } from './http/deposits.controller.js';
import { ProjectMoneyController } from './http/project-money.controller.js';
import { TranchesController } from './http/tranches.controller.js';
import { TellAboutMoney } from './handlers/tell-about-payment.js';
import { WhenProjectOpens } from './reactions/when-project-opens.js';
import { WhenProjectTerminated } from './reactions/when-project-terminated.js';
import { BooksStore } from './store/books.store.js';
import { FundsStore } from './store/funds.store.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Tranche, Deposit]), IdentityModule, DocumentsModule, OrganisationsModule, CallsModule, ProjectsModule, ContractsModule, MilestonesModule,
  ],
  controllers: [TranchesController, BooksController, DepositsController, ProjectMoneyController],
  providers: [
    FundsStore, BooksStore, KeepBooks, TellAboutMoney, ReadBalances, VisibleRounds, SummariseJournals, ReadDeposits, ExportBooks, TrancheSurroundings, ReadTranche, DescribeTranches, GateContext, JudgeGate, RecordTranche, RequestTranche, PayTranche, CountMoney, RecordSettlement, SettleProject, RecordDeposit, ProposeDeposit,
    DecideDeposit, ReadFunds, ReadBooks, ReadInstruction, ReleasePromise, WhenProjectOpens, WhenProjectTerminated, FundsFacade,
  ],
  exports: [FundsFacade],
})
export class FundsModule {}
