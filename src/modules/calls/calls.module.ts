import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '#modules/identity';
import { Call, CallHistory, CallRulebook } from './domain/call.js';
import { Programme } from './domain/programme.js';
import { MoveCall } from './handlers/move-call.js';
import { CallsFacade } from './calls.facade.js';
import { CallStore } from './store/call.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Programme, Call, CallRulebook, CallHistory]), IdentityModule],
  providers: [CallStore, MoveCall, CallsFacade],
  exports: [CallsFacade],
})
export class CallsModule {}
