import { Injectable } from '@nestjs/common';
import type { Rulebook } from '#modules/calls';
import type { Application } from '../domain/application.js';
import type { Fault } from '../domain/form/fault.js';

/** Faults of the sections that are named; those of every other section are as they were. */
export interface ToldSections {
  readonly sections: readonly string[];
  readonly faults: readonly Fault[];
}

const MOST_REMEMBERED = 2_000;

/**
 * What an autosave tells: the sections whose faults have changed since the version that was read. The faults of that version are remembered by
 * this process while somebody types; where another process has saved it, every section is told.
 */
@Injectable()
export class ToldFaults {
  private readonly known = new Map<string, { readonly version: number; readonly sections: ReadonlyMap<string, string> }>();

  /** @param before the version that the sender had read */
  of({ id, version }: Application, before: number, { form }: Pick<Rulebook, 'form'>, faults: readonly Fault[]): ToldSections {
    const last = this.known.get(id);
    const bySection = new Map<string, Fault[]>(form.sections.map(({ key }) => [key, []]));
    for (const fault of faults) bySection.get(fault.section)?.push(fault);
    const texts = new Map([...bySection].map(([key, own]) => [key, JSON.stringify(own.map(({ path, code, facts, severity }) => [path, code, facts, severity]))]));
    this.remember(id, version, texts);
    const told = [...bySection].filter(([key]) => last?.version !== before || last.sections.get(key) !== texts.get(key));
    return { sections: told.map(([key]) => key), faults: told.flatMap(([, own]) => own) };
  }

  /** The one that was saved longest ago is forgotten first. */
  private remember(id: string, version: number, sections: ReadonlyMap<string, string>): void {
    this.known.delete(id);
    if (this.known.size >= MOST_REMEMBERED) this.known.delete(this.known.keys().next().value as string);
    this.known.set(id, { version, sections });
  }
}
