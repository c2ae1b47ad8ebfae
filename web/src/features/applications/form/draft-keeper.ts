import { Problem, Unreachable, type ApplicationDetail, type FaultView, type SavedView } from '../../../api/index.js';
import type { Answers } from './conditions.js';
import { retold } from './faults.js';
import { dropCopy, findCopy, keepCopy } from './local-copy.js';
import { changesOf, merge, sameAnswers, type Conflict } from './merge.js';

/** Why it is not saved; each has its own way out. */
export type Trouble =
  | { readonly kind: 'offline' }
  | { readonly kind: 'session' }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[]; readonly savedAt: string }
  | { readonly kind: 'refused'; readonly sentence: string }
  /** The server is in trouble; it is asked again by itself. */
  | { readonly kind: 'server'; readonly sentence: string }
  /** Not even this device keeps it: its store is full or forbidden. */
  | { readonly kind: 'unkept' };

export interface DraftState {
  readonly saving: boolean;
  readonly savedAt: Date | null;
  readonly trouble: Trouble | null;
  readonly faults: readonly FaultView[];
  /** What was found on this device and taken up again when the page opened. */
  readonly restored: boolean;
}

export interface Place {
  readonly section: string;
  readonly question: string;
}

/** The fields of the page, read and written as answers. */
export interface Fields {
  read(): Answers;
  write(places: readonly Place[], answers: Answers): void;
}

/** The two calls that a draft needs. */
export interface DraftServer {
  /** Tells what has changed since that version; null takes an answer away. */
  save(changes: Record<string, Record<string, unknown>>, version: number): Promise<SavedView>;
  read(): Promise<ApplicationDetail>;
}

const IDLE_MS = 800;
/** Whoever types without a pause is saved all the same: other devices and colleagues are never further behind than this. */
const LONGEST_MS = 4_000;
const COPY_MS = 250;
const RETRY_MS = [3_000, 6_000, 12_000, 30_000];

/**
 * Keeps what is typed: at once on this device, and on the server as soon as the person pauses. It says "saved" only for what the
 * server has answered for, and what a colleague saved meanwhile is merged, never overwritten.
 */
export class DraftKeeper {
  #base: Answers;
  #version: number;
  #state: DraftState;
  #fields: Fields | null = null;
  #running: Promise<void> | null = null;
  #timers: { copy?: ReturnType<typeof setTimeout> | undefined; save?: ReturnType<typeof setTimeout> | undefined } = {};
  #failures = 0;
  /** Milliseconds of this page since the first change that the server has not been asked to keep. */
  #waitsSince: number | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly id: string,
    private readonly accountId: string,
    private readonly server: DraftServer,
    opened: ApplicationDetail,
  ) {
    this.#base = opened.answers;
    this.#version = opened.version;
    this.#state = { saving: false, savedAt: null, trouble: null, faults: opened.faults, restored: false };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state = (): DraftState => this.#state;

  get base(): Answers {
    return this.#base;
  }

  /** What the fields are to show first: the server's answers, and over them what this device still had. */
  open(): Answers {
    const copy = findCopy(this.id, this.accountId);
    if (!copy || sameAnswers(copy.answers, this.#base)) {
      dropCopy(this.id);
      return this.#base;
    }
    const { answers, conflicts } = merge(copy.base, copy.answers, this.#base);
    const trouble: Trouble | null = conflicts.length > 0 ? { kind: 'conflict', conflicts, savedAt: '' } : null;
    this.#state = { ...this.#state, restored: true, trouble };
    return answers;
  }

  start(fields: Fields): void {
    this.#fields = fields;
    addEventListener('online', this.#now);
    document.addEventListener('visibilitychange', this.#hidden);
    if (this.#unsaved()) this.changed();
  }

  stop(): void {
    removeEventListener('online', this.#now);
    document.removeEventListener('visibilitychange', this.#hidden);
    this.#keep();
    clearTimeout(this.#timers.save);
    this.#fields = null;
  }

  /** Something was typed. Cheap: it only sets the clock; what was refused is asked anew once it was changed. */
  changed = (): void => {
    this.#timers.copy ??= setTimeout(() => this.#keep(), COPY_MS);
    if (this.#state.trouble?.kind === 'refused') this.#set({ trouble: null });
    this.#waitsSince ??= performance.now();
    this.#later(Math.max(0, Math.min(IDLE_MS, this.#waitsSince + LONGEST_MS - performance.now())));
    if (!this.#state.saving && this.#state.trouble === null) this.#set({ saving: true });
  };

  /** Saves now. Answers whether the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timers.save);
    this.#keep();
    await this.#save();
    return !this.#unsaved();
  }

  /** Signed in again, or the person presses "try again". */
  retry = (): void => {
    if (this.#state.trouble?.kind !== 'conflict') this.#set({ trouble: null });
    void this.flush();
  };

  /** Somebody may have saved meanwhile: where nothing of this page waits, what she saved is taken over at once. */
  heard = (version: number): void => {
    if (version > this.#version && !this.#running && !this.#unsaved()) void this.#meet();
  };

  /** The person has chosen for every question that two have answered differently. */
  settle(chosen: readonly (Place & { readonly answer: unknown })[]): void {
    const answers: Record<string, Record<string, unknown>> = {};
    for (const { section, question, answer } of chosen) (answers[section] ??= {})[question] = answer;
    this.#fields?.write(chosen, answers);
    this.#set({ trouble: null });
    void this.flush();
  }

  hasUnsaved = (): boolean => this.#unsaved();

  #unsaved(): boolean {
    return this.#fields !== null && !sameAnswers(this.#fields.read(), this.#base);
  }

  readonly #now = (): void => void this.flush();

  readonly #hidden = (): void => {
    if (document.visibilityState === 'hidden') void this.flush();
  };

  #later(ms: number): void {
    clearTimeout(this.#timers.save);
    this.#timers.save = setTimeout(() => void this.#save(), ms);
  }

  /** The copy on this device; it goes once the server has everything. */
  #keep(): void {
    clearTimeout(this.#timers.copy);
    this.#timers.copy = undefined;
    if (!this.#fields) return;
    const answers = this.#fields.read();
    if (sameAnswers(answers, this.#base)) return dropCopy(this.id);
    const kept = keepCopy(this.id, { accountId: this.accountId, version: this.#version, base: this.#base, answers, at: Date.now() });
    if (!kept && this.#state.trouble === null) this.#set({ trouble: { kind: 'unkept' } });
  }

  async #save(): Promise<void> {
    this.#waitsSince = null;
    this.#running ??= this.#saveUntilDone().finally(() => (this.#running = null));
    await this.#running;
  }

  async #saveUntilDone(): Promise<void> {
    while (this.#fields && this.#unsaved() && !this.#waitsForPerson()) {
      this.#set({ saving: true });
      if (!(await this.#saveOnce(this.#fields.read()))) return;
    }
    if (!this.#waitsForPerson()) this.#set({ saving: false });
  }

  #waitsForPerson(): boolean {
    return ['conflict', 'session', 'refused'].includes(this.#state.trouble?.kind ?? '');
  }

  /** Answers whether to go on. */
  async #saveOnce(answers: Answers): Promise<boolean> {
    try {
      const { version, savedAt, ...told } = await this.server.save(changesOf(this.#base, answers), this.#version);
      this.#base = answers;
      this.#version = version;
      this.#failures = 0;
      this.#keep();
      this.#set({ savedAt: new Date(savedAt), faults: retold(this.#state.faults, told), trouble: null, saving: this.#unsaved() });
      return true;
    } catch (error) {
      return this.#failed(error);
    }
  }

  async #failed(error: unknown): Promise<boolean> {
    if (error instanceof Problem && error.status === 412) return this.#meet();
    if (error instanceof Problem && error.status === 401) return this.#stopFor({ kind: 'session' });
    if (error instanceof Problem && error.status < 500 && error.code !== 'csrf_refused') return this.#stopFor({ kind: 'refused', sentence: error.detail });
    this.#later(RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 30_000);
    return this.#stopFor(error instanceof Unreachable || !navigator.onLine ? { kind: 'offline' } : { kind: 'server', sentence: error instanceof Problem ? error.detail : '' });
  }

  #stopFor(trouble: Trouble): false {
    this.#set({ saving: false, trouble });
    return false;
  }

  /** Somebody has saved since: takes over what only she changed, and asks about what both did. */
  async #meet(): Promise<boolean> {
    try {
      const theirs = await this.server.read();
      if (!this.#fields) return false;
      const { answers, conflicts, taken } = merge(this.#base, this.#fields.read(), theirs.answers);
      this.#base = theirs.answers;
      this.#version = theirs.version;
      this.#state = { ...this.#state, faults: theirs.faults };
      this.#fields.write(taken, answers);
      this.#keep();
      if (conflicts.length === 0) return true;
      return this.#stopFor({ kind: 'conflict', conflicts, savedAt: theirs.savedAt });
    } catch (error) {
      return this.#failed(error);
    }
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}
