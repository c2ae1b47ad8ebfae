/** A stage that was begun, with what it judges. */
export interface BegunStage {
  readonly stageKey: string;
  readonly status: 'open' | 'sealed';
  readonly applicationIds: readonly string[];
}

/** What a corrected ranking of a stage means for the stage after it, which has begun. */
export interface WayOn {
  readonly next: BegunStage;
  /** Wrongly left out: they would have gone on. */
  readonly joins: readonly string[];
  /** In the next stage although the corrected ranking would not bring them there. Nobody who was let in is put out by a recount. */
  readonly stays: readonly string[];
  /** Whether the stage after the next has begun as well: what joined then would come too late. */
  readonly late: boolean;
}

/** @returns null while no stage after this one has begun */
export function besideLater(order: readonly string[], stageKey: string, begun: readonly BegunStage[], goingOn: readonly string[]): WayOn | null {
  const [next, beyond] = order.slice(order.indexOf(stageKey) + 1).flatMap((key) => begun.filter((one) => one.stageKey === key));
  if (!next) return null;
  const [present, going] = [new Set(next.applicationIds), new Set(goingOn)];
  return { next, joins: goingOn.filter((id) => !present.has(id)), stays: next.applicationIds.filter((id) => !going.has(id)), late: beyond !== undefined };
}
