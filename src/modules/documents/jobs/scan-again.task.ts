import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { Transaction } from '#libs/database';
import { MalwareScanner } from '#libs/files';
import { defineJob, Handles, Outbox, Repeats, type JobHandler } from '#libs/jobs';
import { DocumentStore } from '../store/document.store.js';
import { scanJob } from './scan.job.js';

export const scanAgainJob = defineJob<object>('documents.scan-again', { queue: 'clock' });

const AT_ONCE = 500;

/**
 * Whatever has no verdict yet is tried again, however often the scanner has failed; when an installation gets a scanner, what came before it is
 * scanned too; when it loses it, nothing waits for a scan that never comes.
 */
@Injectable()
@Handles(scanAgainJob)
@Repeats('*/5 * * * *')
export class ScanAgain implements JobHandler<object> {
  constructor(
    private readonly tx: Transaction,
    private readonly documents: DocumentStore,
    private readonly scanner: MalwareScanner,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(): Promise<void> {
    return this.tx.run(async () => {
      if (!this.scanner.configured) return this.documents.ownUpToNoScanner();
      const minute = this.clock.now().toISOString().slice(0, 16);
      for (const documentId of await this.documents.awaitingScan(AT_ONCE)) {
        await this.outbox.enqueue(scanJob, { documentId }, { key: `${documentId}:${minute}` });
      }
    });
  }
}
