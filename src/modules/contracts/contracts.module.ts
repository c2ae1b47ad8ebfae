import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '#modules/calls';
import { DocumentsModule } from '#modules/documents';
import { IdentityModule } from '#modules/identity';
import { ProjectsModule } from '#modules/projects';
import { ContractsFacade } from './contracts.facade.js';
import { Acceptance, Contract } from './domain/contract.js';
import { AcceptContract, DeclineContract, RecordAcceptance, SignContract } from './handlers/accept-contract.js';
import { ContractTasks } from './handlers/contract-tasks.js';
import { DrawUpContract, IssueContract, PrintContract } from './handlers/draw-up-contract.js';
import { ReadContracts } from './handlers/read-contracts.js';
import { ContractsController } from './http/contracts.controller.js';
import { ContractStore } from './store/contract.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Contract, Acceptance]), IdentityModule, DocumentsModule, CallsModule, ProjectsModule],
  controllers: [ContractsController],
  providers: [ContractStore, PrintContract, IssueContract, DrawUpContract, RecordAcceptance, SignContract, AcceptContract, DeclineContract, ReadContracts, ContractTasks, ContractsFacade],
  exports: [ContractsFacade],
})
export class ContractsModule {}
