import { newIdempotencyKey, Problem, Unreachable, type SheetView } from '../../../api/index.js';
import type { Entries } from './sheet-model.js';
import { forgetKept, keepLocally, readKept, type KeptSheet } from './kept-sheets.js';

export interface Draft {
  readonly entries: Entries;
  readonly comment: string;
  /** How sure she is, 1 to 3; null where she has not said. */
  readonly confidence: number | null;
}

export interface SentDraft extends Pick<Draft, 'entries' | 'comment'> {
  readonly confidence?: number;
  readonly version: number;
}

/** How the keeper reaches the server. */
export interface SheetDoor {
  readonly read: () => Promise<SheetView>;
  readonly save: (body: SentDraft) => Promise<SheetView>;
  readonly submit: (body: SentDraft, key: string) => Promise<SheetView>;
}

export interface SheetState extends Draft {
  readonly phase: 'editing' | 'submitting' | 'submitted';
  /** What of it the server has: everything, not yet, on its way, or this device alone because no answer comes. */
  readonly saved: 'all' | 'not_yet' | 'sending' | 'only_here';
  readonly savedAt: Date | null;
  /** The server's last word: the receipt once submitted. */
  readonly sheet: SheetView;
  readonly trouble: Error | null;
  /** The sheet as somebody changed it elsewhere; the judge chooses. */
  readonly clash: SheetView | null;
}

const PAUSE_MS = 700;
const RETRY_MS = 3000;

/**
 * Keeps one sheet: on this device at every keystroke, on the server after a short pause, and handed in once. While no answer
 * comes, the same submission is repeated with one key, so a lost answer never counts twice.
 */
export class SheetKeeper {
  private state: SheetState;
  private version: number;
  private key: string | null = null;
  private changes = 0;
  private working = false;
  private held = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly name: string,
    private readonly door: SheetDoor,
    sheet: SheetView,
  ) {
    if (sheet.status === 'submitted') forgetKept(name);
    const kept = readKept(name);
    this.version = sheet.version;
    this.state = { entries: sheet.entries, comment: sheet.comment, confidence: sheet.confidence, sheet, trouble: null, clash: null, phase: sheet.status === 'submitted' ? 'submitted' : 'editing', saved: 'all', savedAt: sheet.savedAt ? new Date(sheet.savedAt) : null };
    if (kept) this.resume(kept);
  }

  /** What this device kept goes on where it stopped. */
  private resume({ entries, comment, confidence = null, version, key }: KeptSheet): void {
    this.version = version;
    this.key = key;
    this.state = { ...this.state, entries, comment, confidence, saved: 'not_yet', phase: key ? 'submitting' : 'editing' };
  }

  readonly snapshot = (): SheetState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.wake();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.rest();
    };
  };

  change(draft: Partial<Draft>): void {
    if (this.state.phase !== 'editing') return;
    this.changes += 1;
    this.tell({ ...draft, saved: 'not_yet', trouble: null });
    this.keep();
    this.soon(PAUSE_MS);
  }

  submit(): void {
    if (this.state.phase !== 'editing') return;
    this.key = newIdempotencyKey();
    this.tell({ phase: 'submitting', trouble: null });
    this.keep();
    this.soon(0);
  }

  /** Takes a waiting submission back, where none has reached the server. */
  takeBack(): void {
    if (this.state.phase !== 'submitting' || this.working) return;
    this.key = null;
    this.tell({ phase: 'editing' });
    this.keep();
    this.soon(0);
  }

  /** While held, what is entered stays on this device: the server does not take it yet. */
  hold(held: boolean): void {
    if (this.held === held) return;
    this.held = held;
    if (!held) this.soon(0);
  }

  /** Sends now what waits: the network is back, or the judge wants to try again. */
  readonly hurry = (): void => this.soon(0);

  /** After a change elsewhere: keep what is here, or take what is there. */
  settle(whose: 'mine' | 'theirs'): void {
    const { clash } = this.state;
    if (!clash) return;
    this.version = clash.version;
    if (whose === 'mine') {
      this.tell({ clash: null, saved: 'not_yet' });
      this.keep();
      return this.soon(0);
    }
    this.adopt(clash, { entries: clash.entries, comment: clash.comment, confidence: clash.confidence });
  }

  private wake(): void {
    addEventListener('online', this.hurry);
    if (this.state.saved !== 'all' || this.state.phase === 'submitting') this.soon(0);
  }

  private rest(): void {
    removeEventListener('online', this.hurry);
    clearTimeout(this.timer);
    // What was typed in the last moment still goes out; it is kept here until it has arrived.
    if (this.state.saved === 'not_yet' && this.state.phase === 'editing') void this.work();
  }

  private soon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.work(), delay);
  }

  private async work(): Promise<void> {
    if (this.working || this.held || this.state.clash || this.state.phase === 'submitted') return;
    if (this.state.phase === 'editing' && this.state.saved === 'all') return;
    this.working = true;
    const before = this.changes;
    const sent: Draft = { entries: this.state.entries, comment: this.state.comment, confidence: this.state.confidence };
    try {
      this.tell({ saved: 'sending' });
      const sheet = await this.send(sent);
      this.arrived(sheet, before);
    } catch (error) {
      await this.failed(error, sent);
    } finally {
      this.working = false;
    }
    if (this.waits()) this.soon(this.state.saved === 'only_here' ? RETRY_MS : PAUSE_MS);
  }

  private send(draft: Draft): Promise<SheetView> {
    const { entries, comment, confidence } = draft;
    const body = { entries, comment, ...(confidence === null ? {} : { confidence }), version: this.version };
    return this.key ? this.door.submit(body, this.key) : this.door.save(body);
  }

  private waits(): boolean {
    return !this.held && this.state.clash === null && this.state.trouble === null && this.state.phase !== 'submitted' && this.state.saved !== 'all';
  }

  private arrived(sheet: SheetView, before: number): void {
    this.version = sheet.version;
    if (sheet.status === 'submitted') return this.adopt(sheet, {});
    const complete = this.changes === before && this.key === null;
    if (complete) forgetKept(this.name);
    this.tell({ sheet, saved: complete ? 'all' : 'not_yet', savedAt: new Date(sheet.savedAt ?? Date.now()) });
    if (!complete) this.keep();
  }

  private async failed(error: unknown, sent: Draft): Promise<void> {
    if (error instanceof Unreachable) return this.tell({ saved: 'only_here' });
    if (error instanceof Problem && (error.status === 412 || error.code === 'sheet_submitted')) return this.compare(sent);
    this.key = null;
    this.keep();
    this.tell({ phase: 'editing', saved: 'only_here', trouble: error instanceof Error ? error : new Error(String(error)) });
  }

  /** The server has another version: our own whose answer was lost, or a change from elsewhere. */
  private async compare(sent: Draft): Promise<void> {
    try {
      const sheet = await this.door.read();
      if (sheet.status === 'submitted') return this.adopt(sheet, { entries: sheet.entries, comment: sheet.comment, confidence: sheet.confidence });
      if (same(sheet, sent)) {
        this.version = sheet.version;
        this.keep();
        return this.tell({ sheet, saved: 'not_yet' });
      }
      this.key = null;
      this.tell({ phase: 'editing', clash: sheet, saved: 'only_here' });
    } catch {
      this.tell({ saved: 'only_here' });
    }
  }

  private adopt(sheet: SheetView, draft: Partial<Draft>): void {
    forgetKept(this.name);
    this.key = null;
    this.version = sheet.version;
    this.tell({ ...draft, sheet, saved: 'all', clash: null, trouble: null, savedAt: sheet.savedAt ? new Date(sheet.savedAt) : null, phase: sheet.status === 'submitted' ? 'submitted' : 'editing' });
  }

  private keep(): void {
    const { entries, comment, confidence } = this.state;
    const kept: KeptSheet = { entries, comment, confidence, version: this.version, key: this.key };
    keepLocally(this.name, kept);
  }

  private tell(change: Partial<SheetState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

const same = (sheet: SheetView, draft: Draft): boolean => sheet.comment === draft.comment && sheet.confidence === draft.confidence && canonical(sheet.entries) === canonical(draft.entries);

const canonical = (entries: Entries): string =>
  JSON.stringify(Object.keys(entries).sort().map((key) => [key, entries[key]?.points ?? null, entries[key]?.reason ?? '']));
