import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { SessionId } from '../domain/session.js';
import { SessionStore } from '../store/session.store.js';

const GATHERED_MS = 250;

/**
 * When sessions were last used, gathered for a quarter of a second and written in one go: in a rush nobody's request waits for it. A process
 * that is killed meanwhile forgets a moment's use, which at worst signs an idle session out that much earlier.
 */
@Injectable()
export class NoteUse implements BeforeApplicationShutdown {
  private readonly logger = new Logger(NoteUse.name);
  private uses = new Map<SessionId, Date>();
  private writing: ReadonlyMap<SessionId, Date> = new Map();
  private timer?: NodeJS.Timeout;

  constructor(private readonly sessions: SessionStore) {}

  /** What this process knows of a use that the database may not know yet. */
  since(id: SessionId, kept: Date): Date {
    const noted = this.uses.get(id) ?? this.writing.get(id);
    return noted !== undefined && noted > kept ? noted : kept;
  }

  note(id: SessionId, at: Date): void {
    this.uses.set(id, at);
    this.timer ??= setTimeout(() => void this.write(), GATHERED_MS).unref();
  }

  beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    return this.write();
  }

  /** Writes what has been gathered; what cannot be written is forgotten, for the next request notes it again. */
  private async write(): Promise<void> {
    const uses = (this.writing = this.uses);
    this.uses = new Map();
    this.timer = undefined;
    if (uses.size === 0) return;
    await this.sessions.touch(uses).catch((error: unknown) => this.logger.warn(`The use of ${uses.size} sessions was not noted: ${String(error)}`));
  }
}
