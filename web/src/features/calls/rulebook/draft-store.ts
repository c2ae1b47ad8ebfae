import type { Rulebook } from '../../../api/index.js';
import { valueAt, withValue, type Path } from './paths.js';

const MOST_STEPS = 200;
/** Keys struck within this time count as one step back. */
const ONE_STEP_MS = 800;

/** The rulebook being written. Each field hears of its own value only, so a long document stays quick. */
export class DraftStore {
  private listeners = new Set<() => void>();
  private past: Rulebook[] = [];
  private future: Rulebook[] = [];
  private last = { path: '', at: 0 };

  constructor(private current: Rulebook) {}

  get book(): Rulebook {
    return this.current;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** @param value `undefined` leaves the field out */
  set(path: Path, value: unknown): void {
    if (Object.is(valueAt(this.current, path), value)) return;
    const now = Date.now();
    const name = path.join('.');
    const sameStep = this.last.path === name && now - this.last.at < ONE_STEP_MS;
    this.last = { path: name, at: now };
    this.go(withValue(this.current, path, value), sameStep);
  }

  /** Several places at once, as one step. */
  setAll(changes: readonly (readonly [Path, unknown])[]): void {
    this.last = { path: '', at: 0 };
    this.go(changes.reduce((book, [path, value]) => withValue(book, path, value), this.current));
  }

  replace(book: Rulebook): void {
    this.last = { path: '', at: 0 };
    this.go(book);
  }

  undo(): void {
    const before = this.past.pop();
    if (!before) return;
    this.future.push(this.current);
    this.show(before);
  }

  redo(): void {
    const after = this.future.pop();
    if (!after) return;
    this.past.push(this.current);
    this.show(after);
  }

  private go(book: Rulebook, sameStep = false): void {
    if (!sameStep) this.past = [...this.past.slice(1 - MOST_STEPS), this.current];
    this.future = [];
    this.show(book);
  }

  private show(book: Rulebook): void {
    this.current = book;
    this.listeners.forEach((listener) => listener());
  }
}
