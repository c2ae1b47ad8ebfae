import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, newIdempotencyKey, useCommand, useSession, type TableViewBody, type TableViewView } from '../../../api/index.js';
import type { UrlState } from '../../../ui/index.js';
import { viewsQuery } from '../staff-queries.js';

const KEYS = ['callId', 'categoryKey', 'status', 'q', 'sort'] as const;

/** Of an address, what a view keeps. */
export const filterOfUrl = (url: UrlState): TableViewBody['filter'] =>
  Object.fromEntries(KEYS.flatMap((key) => (url[key] ? [[key, url[key]]] : []))) as TableViewBody['filter'];

export const sameFilter = (a: object, b: object): boolean => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** The views of the reader and of her place, kept on the server. */
export function useKeptViews() {
  const views = useQuery(viewsQuery);
  const keep = useCommand<TableViewBody>({ run: (body, key) => api.screeningDeskKeep({ body, headers: { 'Idempotency-Key': key } }), refresh: [viewsQuery.queryKey] });
  const remove = useCommand<string>({ run: (id, key) => api.screeningDeskRemove({ path: { id }, headers: { 'Idempotency-Key': key } }), refresh: [viewsQuery.queryKey] });
  const moved = useMovedViews(views.data);
  return { views: views.data ?? [], keep, remove, moved };
}

interface OldView {
  readonly name: string;
  readonly filter: UrlState;
}

/** Views that an earlier version kept in this browser go to the server, once; answers how many have just gone. */
function useMovedViews(known: readonly TableViewView[] | undefined): number {
  const account = useSession()?.account.id;
  const queries = useQueryClient();
  const [moved, setMoved] = useState(0);
  const ready = known !== undefined && account !== undefined;
  useEffect(() => {
    if (!ready) return;
    const place = `qiongxiang.views.applications.${account}`;
    const old = take(place).filter(({ name }) => !known.some((view) => view.keeper === null && view.name === name));
    if (old.length === 0) return;
    void Promise.allSettled(old.map(async (view) => send(view, place))).then((results) => {
      setMoved(results.filter(({ status }) => status === 'fulfilled').length);
      return queries.invalidateQueries({ queryKey: viewsQuery.queryKey });
    });
    // Once for a page: what is known changes with what was moved.
  }, [ready, account]);
  return moved;
}

/** What could not be sent goes back to where it was, for the next time. */
async function send(view: OldView, place: string): Promise<void> {
  try {
    await api.screeningDeskKeep({ body: { name: view.name.slice(0, 30), filter: filterOfUrl(view.filter), columns: [], shared: false }, headers: { 'Idempotency-Key': newIdempotencyKey() } });
  } catch (error) {
    localStorage.setItem(place, JSON.stringify([...read(place), view]));
    throw error;
  }
}

function take(place: string): readonly OldView[] {
  const old = read(place);
  if (old.length > 0) localStorage.removeItem(place);
  return old;
}

function read(place: string): readonly OldView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((view): view is OldView => typeof view?.name === 'string' && typeof view?.filter === 'object' && view.filter !== null) : [];
  } catch {
    return [];
  }
}
