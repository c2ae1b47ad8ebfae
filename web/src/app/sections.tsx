import { lazy, Suspense, type ComponentType } from 'react';
import type { Lazy, Section } from '../ui/feature.js';
import { useTexts } from '../ui/language/texts.js';
import { appTexts } from './texts.js';

const loaded = new Map<Lazy, ComponentType>();

/** The parts that features bring to a home page, in their order. */
export function Sections({ sections }: { readonly sections: readonly Section[] }) {
  const ordered = [...sections].sort((a, b) => a.order - b.order);
  return (
    <Suspense fallback={<Opening />}>
      {ordered.map(({ section }, index) => {
        const Part = componentOf(section);
        return <Part key={index} />;
      })}
    </Suspense>
  );
}

export function Opening() {
  const t = useTexts(appTexts);
  return (
    <p className="opening quiet" role="status">
      {t('loading')}
    </p>
  );
}

/** `lazy` must be called once per file, else the part would be thrown away at every drawing. */
function componentOf(section: Lazy): ComponentType {
  const known = loaded.get(section);
  if (known) return known;
  const made = lazy(section);
  loaded.set(section, made);
  return made;
}
