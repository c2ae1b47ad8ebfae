import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Rulebook, RulebookProblemView } from '../../../api/index.js';
import type { DraftStore } from './draft-store.js';
import { valueAt, type Path } from './paths.js';
import type { SchemaNode } from './schema.js';

export interface EditorScope {
  readonly store: DraftStore;
  readonly root: SchemaNode;
  /** By place, as the examination writes it. */
  readonly problems: ReadonlyMap<string, readonly RulebookProblemView[]>;
  /** Rules that can only be read now. */
  readonly readOnly: boolean;
}

const Scope = createContext<EditorScope | null>(null);

export const EditorScopeProvider = Scope.Provider;

export function useEditor(): EditorScope {
  const scope = useContext(Scope);
  if (!scope) throw new Error('A field of a rulebook stands outside its editor.');
  return scope;
}

/** The value at a place and how to change it; drawn again only when that value changes. */
export function useField(path: Path): [unknown, (value: unknown) => void] {
  const { store } = useEditor();
  const value = useSyncExternalStore(store.subscribe, () => valueAt(store.book, path));
  return [value, (next) => store.set(path, next)];
}

/** The whole rulebook, for what depends on several places. */
export function useBook(): Rulebook {
  const { store } = useEditor();
  return useSyncExternalStore(store.subscribe, () => store.book);
}
