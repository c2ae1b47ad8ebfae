import { Injectable } from '@nestjs/common';
import { IdentityFacade } from '#modules/identity';
import { agreedOn, type PaperEntry, type PaperStanding } from '../domain/paper/paper-sheet.js';
import { PaperStore } from '../store/paper.store.js';
import type { PaperMarkView } from './paper.view.js';

/** Names who brought in what: never what it says. */
@Injectable()
export class MarkPaper {
  constructor(
    private readonly papers: PaperStore,
    private readonly identity: IdentityFacade,
  ) {}

  /** By code. */
  async of(codes: readonly string[]): Promise<ReadonlyMap<string, { entries: readonly PaperEntry[]; mark: PaperMarkView }>> {
    const entries = await this.papers.entries(codes);
    const names = await this.identity.names(entries.map(({ enteredBy }) => enteredBy));
    const marks = codes.flatMap((code) => {
      const own = entries.filter((entry) => entry.code === code);
      return own.length === 0 ? [] : [[code, { entries: own, mark: markOf(own, names) }] as const];
    });
    return new Map(marks);
  }
}

/** Entries about a version that has passed still say who brought that in. */
function markOf(entries: readonly PaperEntry[], names: ReadonlyMap<string, string>): PaperMarkView {
  const latest = Math.max(...entries.map(({ baseVersion }) => baseVersion));
  const agreed = agreedOn(entries, latest);
  const first = agreed?.first ?? entries.find(({ baseVersion }) => baseVersion === latest)!;
  return { enteredBy: names.get(first.enteredBy) ?? '', checkedBy: agreed ? (names.get(agreed.second.enteredBy) ?? '') : null, byFile: first.byFile };
}

/** How a paper sheet stands, from what was read on it about the present version. */
export function standingOf(entries: readonly PaperEntry[], version: number, sheets: readonly { status: string }[]): PaperStanding {
  if (sheets.some(({ status }) => status === 'submitted')) return 'handed_in';
  const live = entries.filter(({ baseVersion }) => baseVersion === version).length;
  if (live === 0 && sheets.some(({ status }) => status === 'abstained')) return 'abstained';
  return live === 0 ? 'waiting' : live === 1 ? 'entered' : 'differs';
}
