import { Injectable } from '@nestjs/common';
import { defineJob, Handles, type JobHandler } from '#libs/jobs';
import { ScanDocument } from '../handlers/scan-document.js';

/** Before anybody opens it, every file that is handed in is looked through for malware. */
export const scanJob = defineJob<{ documentId: string }>('documents.scan', { queue: 'documents', runs: 'outside', attempts: 5 });

@Injectable()
@Handles(scanJob)
export class ScanUpload implements JobHandler<{ documentId: string }> {
  constructor(private readonly scanning: ScanDocument) {}

  run({ documentId }: { documentId: string }): Promise<void> {
    return this.scanning.run(documentId);
  }
}
