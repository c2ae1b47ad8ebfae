import { Injectable } from '@nestjs/common';
import { defineJob, Handles, Repeats, type JobHandler } from '#libs/jobs';
import { SealAudit } from './seal-audit.js';

/** Outside of a transaction: each batch commits by itself, and sealing twice seals nothing more. */
export const sealAuditJob = defineJob('audit.seal', { queue: 'clock', runs: 'outside' });

@Injectable()
@Handles(sealAuditJob)
@Repeats('* * * * *')
export class SealAuditEveryMinute implements JobHandler<object> {
  constructor(private readonly seal: SealAudit) {}

  async run(): Promise<void> {
    await this.seal.run();
  }
}
