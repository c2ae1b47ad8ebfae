import type { AssignmentProblem } from './assign.js';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  room: number;
  back?: Arc;
}

const UNEVEN = 1_000_000;

/** The same by the textbook: every arc written out, the cheapest path found by Bellman and Ford, again and again. For small cases. */
export function cheapestFlow({ applications, experts, perApplication, prices, capacities }: AssignmentProblem): { placed: number; price: number; unevenness: number } {
  const source = applications + experts;
  const sink = source + 1;
  const arcs: Arc[] = [];
  const join = (from: number, to: number, cost: number, room: number) => {
    const arc: Arc = { from, to, cost, room };
    const back: Arc = { from: to, to: from, cost: -cost, room: 0, back: arc };
    arc.back = back;
    arcs.push(arc, back);
  };
  for (let application = 0; application < applications; application += 1) {
    join(source, application, 0, perApplication);
    for (let expert = 0; expert < experts; expert += 1) {
      const price = prices[application * experts + expert]!;
      if (price >= 0) join(application, applications + expert, price, 1);
    }
  }
  for (let expert = 0; expert < experts; expert += 1) for (let load = 0; load < capacities[expert]!; load += 1) join(applications + expert, sink, load * UNEVEN, 1);
  let [placed, cost] = [0, 0];
  for (let path = cheapestPath(arcs, source, sink); path; path = cheapestPath(arcs, source, sink)) {
    for (const arc of path) {
      arc.room -= 1;
      arc.back!.room += 1;
      cost += arc.cost;
    }
    placed += 1;
  }
  return { placed, price: cost % UNEVEN, unevenness: Math.floor(cost / UNEVEN) };
}

function cheapestPath(arcs: readonly Arc[], source: number, sink: number): Arc[] | undefined {
  const distance = new Map([[source, 0]]);
  const reached = new Map<number, Arc>();
  const shorter = ({ from, to, cost, room }: Arc) => room > 0 && distance.has(from) && distance.get(from)! + cost < (distance.get(to) ?? Number.POSITIVE_INFINITY);
  for (let found = arcs.filter(shorter); found.length > 0; found = arcs.filter(shorter)) {
    for (const arc of found) {
      if (!shorter(arc)) continue;
      distance.set(arc.to, distance.get(arc.from)! + arc.cost);
      reached.set(arc.to, arc);
    }
  }
  if (!distance.has(sink)) return undefined;
  const path: Arc[] = [];
  for (let at = sink; at !== source; at = path[path.length - 1]!.from) path.push(reached.get(at)!);
  return path;
}
