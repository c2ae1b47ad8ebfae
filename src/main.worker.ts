import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '#libs/config';
import { JobWorkers } from '#libs/jobs';
import { AppModule } from './app.module.js';
import { guardBoot } from './database/boot-guard.js';
import { refuseToStart } from './refuse-to-start.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  await guardBoot(config);
  const app = await NestFactory.createApplicationContext(AppModule.from(config), { logger: ['error', 'warn'] });
  const workers = app.get(JobWorkers);
  await workers.start();
  console.log('WORKER ready');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void workers.stop().then(() => app.close()).then(() => process.exit(0));
    });
  }
}

main().catch(refuseToStart);
