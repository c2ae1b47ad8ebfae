import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { WallClock } from '#libs/clock';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { Transaction } from '#libs/database';
import { FileStore, removeAbandoned, SPOOL_FOLDER } from '#libs/files';
import { IntakeStore } from '../store/intake.store.js';
import { UploadStore } from '../store/upload.store.js';

/** No upload takes longer; what is older was cut off. */
const HOURS = 6;

/** The folders of this machine through which files come in. */
@Injectable()
export class SweptPlaces {
  constructor(
    @Inject(SPOOL_FOLDER) private readonly spoolFolder: string,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly wall: WallClock,
  ) {}

  async sweep(hours: number): Promise<void> {
    const before = new Date(this.wall.now().getTime() - hours * 3_600_000);
    for (const folder of [this.spoolFolder, join(this.config.filesDir, 'incoming')]) await removeAbandoned(folder, before);
  }
}

/** Removes what failures have left behind: half-written files, bytes that no document speaks of, uploads that nobody went on with. */
@Injectable()
export class SweepFiles {
  constructor(
    private readonly tx: Transaction,
    private readonly intake: IntakeStore,
    private readonly uploads: UploadStore,
    private readonly files: FileStore,
    private readonly places: SweptPlaces,
  ) {}

  async run(): Promise<void> {
    await this.places.sweep(HOURS);
    for (const sha256 of await this.intake.left(HOURS)) await this.tx.run(() => this.sweep(sha256));
    await this.tx.run(() => this.uploads.dropOlderThan(24));
  }

  /** The bytes go while the lock holds off whoever brings the same ones. */
  private async sweep(sha256: string): Promise<void> {
    if (await this.intake.isOrphan(sha256, HOURS)) await this.files.remove(sha256);
    await this.intake.forget(sha256, HOURS);
  }
}
