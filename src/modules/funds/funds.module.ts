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
import { ReadBooks, ReadFunds, ReadInstruction } from './handlers/read-funds.js';
import { CountMoney, RecordSettlement, SettleProject } from './handlers/settle-project.js';
import { BooksController, ProjectMoneyController } from './http/books.controller.js';
import { TranchesController } from './http/tranches.controller.js';
import { WhenProjectOpens } from './reactions/when-project-opens.js';
import { FundsStore } from './store/funds.store.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Tranche, Deposit]), IdentityModule, DocumentsModule, OrganisationsModule, CallsModule, ProjectsModule, ContractsModule, MilestonesModule,
  ],
  controllers: [TranchesController, BooksController, ProjectMoneyController],
  providers: [
    FundsStore, KeepBooks, GateContext, JudgeGate, RecordTranche, RequestTranche, PayTranche, CountMoney, RecordSettlement, SettleProject, RecordDeposit, ProposeDeposit,
    DecideDeposit, ReadFunds, ReadBooks, ReadInstruction, WhenProjectOpens, FundsFacade,
  ],
  exports: [FundsFacade],
})
export class FundsModule {}
