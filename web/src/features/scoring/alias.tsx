import { useCallback } from 'react';
import { useLanguage } from '../../ui/index.js';
import { aliasIn } from './alias-words.js';

export function useAlias(): (alias: string) => string {
  const language = useLanguage();
  return useCallback((alias: string) => aliasIn(alias, language), [language]);
}

/** A judge's name on the record, in the reader's language. */
export function Alias({ name }: { readonly name: string }) {
  return <>{useAlias()(name)}</>;
}
