import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { ClamdScanner } from './clamd-scanner.js';
import { FileStore } from './file-store.js';
import { LocalDiskFiles } from './local-disk-files.js';
import { MalwareScanner, NoScanner } from './malware-scanner.js';

/** Where an upload waits until it has been looked at. */
export const SPOOL_FOLDER = Symbol('spool folder');

const spoolOf = (config: AppConfig): string => join(config.dataDir, 'spool');

async function open(config: AppConfig): Promise<FileStore> {
  if (!config.s3) return new LocalDiskFiles(config.filesDir);
  // Loaded where a bucket is named: who keeps files in a folder has no use for it.
  const { S3Files } = await import('./s3-files.js');
  return new S3Files({ ...config.s3, spoolFolder: spoolOf(config) });
}

const scannerOf = ({ clamdUrl }: AppConfig): MalwareScanner => (clamdUrl === undefined ? new NoScanner() : new ClamdScanner(clamdUrl));

/** The store and the scanner that the settings name: a bucket when there is one, else a folder; ClamAV when there is one, else none. */
@Global()
@Module({
  providers: [
    { provide: FileStore, useFactory: open, inject: [APP_CONFIG] },
    { provide: MalwareScanner, useFactory: scannerOf, inject: [APP_CONFIG] },
    { provide: SPOOL_FOLDER, useFactory: spoolOf, inject: [APP_CONFIG] },
  ],
  exports: [FileStore, MalwareScanner, SPOOL_FOLDER],
})
export class FilesModule {}
