import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { FileStore } from './file-store.js';
import { LocalDiskFiles } from './local-disk-files.js';
import { S3Files } from './s3-files.js';

/** Where an upload waits until it has been looked at. */
export const SPOOL_FOLDER = Symbol('spool folder');

const spoolOf = (config: AppConfig): string => join(config.dataDir, 'spool');

const open = (config: AppConfig): FileStore =>
  config.s3 ? new S3Files({ ...config.s3, spoolFolder: spoolOf(config) }) : new LocalDiskFiles(config.filesDir);

/** The store that the settings name: a bucket when there is one, else a folder. */
@Global()
@Module({
  providers: [
    { provide: FileStore, useFactory: open, inject: [APP_CONFIG] },
    { provide: SPOOL_FOLDER, useFactory: spoolOf, inject: [APP_CONFIG] },
  ],
  exports: [FileStore, SPOOL_FOLDER],
})
export class FilesModule {}
