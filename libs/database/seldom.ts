import type { LastHeard } from './last-heard.js';

/**
 * Values made of rows that seldom change, remembered while the database says that none of those has changed (`seldom_changed`, counted by
 * triggers as each change commits): as fresh as if they were read at the beginning of the request, and never shared before they are
 * committed, as long as the request that reads them changes none of those rows itself.
 */
export class Seldom<Value> {
  private readonly remembered = new Map<string, { changes: string; value: Value }>();

  constructor(
    private readonly heard: LastHeard,
    private readonly most: number,
  ) {}

  /** @param read makes the value anew; its failure is not remembered */
  async of(key: string, read: () => Promise<Value>): Promise<Value> {
    const changes = this.heard.sinceArrival()?.changes;
    if (changes === undefined) return read();
    const known = this.remembered.get(key);
    if (known?.changes === changes) return known.value;
    const value = await read();
    if (this.remembered.size >= this.most) this.remembered.clear();
    this.remembered.set(key, { changes, value });
    return value;
  }

  /** It is known to have changed since the request at hand has asked. */
  forget(key: string): void {
    this.remembered.delete(key);
  }
}
