import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Drain } from './drain.js';
import { Effects } from './effects.js';
import { JobWorkers, PlanRepeatedJob } from './job-workers.js';
import { OutboxRow } from './outbox-row.js';
import { Outbox } from './outbox.js';
import { QUEUE_CONNECTION, QueueGateway, type QueueConnection } from './queue-gateway.js';
import { Relay } from './relay.js';
import { RunEffect } from './run-effect.js';

@Global()
@Module({})
export class JobsModule {
  static withConnection(token: unknown, connection: (...settings: never[]) => QueueConnection): DynamicModule {
    return {
      module: JobsModule,
      imports: [DiscoveryModule, TypeOrmModule.forFeature([OutboxRow])],
      providers: [
        { provide: QUEUE_CONNECTION, useFactory: connection, inject: [token as never] },
        QueueGateway, Outbox, Effects, RunEffect, Relay, PlanRepeatedJob, JobWorkers, Drain,
      ],
      exports: [Outbox, Effects, JobWorkers, PlanRepeatedJob, Drain, RunEffect, Relay],
    };
  }
}
