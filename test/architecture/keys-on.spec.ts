/// <reference lib="dom" />
import { keysAreOn, switchKeys } from '../../web/src/ui/keys/keys-on.js';

const device = (storage: Partial<Storage>) => Object.assign(globalThis, { localStorage: storage });

describe('single keys', () => {
  it('do something until they are switched off, and stay off in this browser', () => {
    const kept = new Map<string, string>();
    device({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) });
    expect(keysAreOn()).toBe(true);
    switchKeys(false);
    expect(keysAreOn()).toBe(false);
    expect(kept.size).toBe(1);
    switchKeys(true);
    expect(keysAreOn()).toBe(true);
    expect(kept.size).toBe(0);
  });

  it('can be switched off where a browser keeps nothing, as long as the page stands', () => {
    const denied = () => {
      throw new Error('storage is denied');
    };
    device({ getItem: denied, setItem: denied, removeItem: denied });
    expect(keysAreOn()).toBe(true);
    switchKeys(false);
    expect(keysAreOn()).toBe(false);
    switchKeys(true);
    expect(keysAreOn()).toBe(true);
  });
});
