import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from '#libs/access';
import { AuditModule } from '#libs/audit';
import { ClockModule } from '#libs/clock';
import { APP_CONFIG, ConfigModule, type AppConfig } from '#libs/config';
import { DatabaseModule, PreparingClient } from '#libs/database';
import { PdfModule } from '#libs/documents';
import { EventsModule } from '#libs/events';
import { FilesModule } from '#libs/files';
import { TranslationModule } from '#libs/translation';
import { IdempotencyInterceptor, OriginGuard } from '#libs/http';
import { JobsModule, type QueueConnection } from '#libs/jobs';
import { LedgerModule } from '#libs/ledger';
import { LiveModule } from '#libs/live';
import { SecretsModule } from '#libs/secrets';
import { ApplicationsModule } from '#modules/applications';
import { AwardsModule } from '#modules/awards';
import { CallsModule } from '#modules/calls';
import { ContractsModule } from '#modules/contracts';
import { DocumentsModule } from '#modules/documents';
import { FundsModule } from '#modules/funds';
import { IdentityModule, SessionGuard } from '#modules/identity';
import { MilestonesModule } from '#modules/milestones';
import { NotificationsModule } from '#modules/notifications';
import { OrganisationsModule } from '#modules/organisations';
import { ProjectsModule } from '#modules/projects';
import { ReportingModule } from '#modules/reporting';
import { RoadshowsModule } from '#modules/roadshows';
import { ScoringModule } from '#modules/scoring';

const queueConnection = (config: AppConfig): QueueConnection =>
  config.redisUrl
    ? { kind: 'redis', url: config.redisUrl, prefix: 'qiongxiang' }
    : { kind: 'postgres', url: config.databaseUrl, schema: 'bullmq' };

const database = (config: AppConfig) => ({
  type: 'postgres' as const,
  url: config.databaseUrl,
  autoLoadEntities: true,
  poolSize: config.databasePool,
  retryAttempts: 3,
  applicationName: 'qiongxiang',
  extra: { Client: PreparingClient },
});

@Module({})
export class AppModule {
  static from(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.from(config),
        ClockModule,
        SecretsModule,
        TypeOrmModule.forRootAsync({ useFactory: database, inject: [APP_CONFIG] }),
        DatabaseModule,
        EventsModule,
        JobsModule.withConnection(APP_CONFIG, queueConnection),
        LedgerModule,
        LiveModule,
        AuditModule,
        FilesModule,
        TranslationModule,
        PdfModule,
        IdentityModule,
        DocumentsModule,
        NotificationsModule,
        OrganisationsModule,
        CallsModule,
        ApplicationsModule,
        AwardsModule,
        ProjectsModule,
        ContractsModule,
        MilestonesModule,
        FundsModule,
        ScoringModule,
        RoadshowsModule,
        ReportingModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: OriginGuard },
        { provide: APP_GUARD, useExisting: SessionGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
    };
  }
}
