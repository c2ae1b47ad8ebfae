import { Global, Module } from '@nestjs/common';
import { Ledger } from './ledger.js';

/** The books for everybody; the transaction and the clock come from the application. */
@Global()
@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}
