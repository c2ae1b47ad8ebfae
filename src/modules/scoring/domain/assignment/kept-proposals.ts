import type { Proposal } from './propose.js';

/** A proposal for 5,000 applications takes a few megabytes. */
const MOST_KEPT = 4;

/**
 * What was solved last, by what it rests on: committing a dry run does not solve it again. Another replica, and this one after a restart,
 * solves it anew and comes to the same; nothing depends on what is kept here.
 */
export class KeptProposals {
  private readonly kept = new Map<string, Proposal>();

  of(ground: string, solve: () => Proposal): Proposal {
    const proposal = this.kept.get(ground) ?? solve();
    this.kept.delete(ground);
    this.kept.set(ground, proposal);
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    return proposal;
  }
}
