import { Global, Module } from '@nestjs/common';
import { DatabaseTime, FollowSandboxClock } from './database-time.js';
import { LastHeard } from './last-heard.js';
import { Transaction } from './transaction.js';

/** The transaction and the time for everybody; the data source itself is set up by the application that owns the migrations. */
@Global()
@Module({ providers: [Transaction, LastHeard, DatabaseTime, FollowSandboxClock], exports: [Transaction, LastHeard, DatabaseTime, FollowSandboxClock] })
export class DatabaseModule {}
