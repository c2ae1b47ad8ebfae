import type { TableQuery } from '../../../ui/data-table/index.js';
import type { StaffFilter } from '../staff-queries.js';

/** What the address asks for, in the words of the server. */
export function filterOf({ q, status, sort, filters }: TableQuery, programmeId: string | null): StaffFilter {
  const { callId, categoryKey } = filters;
  return {
    ...(callId ? { callId } : programmeId ? { programmeId } : {}),
    ...(categoryKey ? { categoryKey } : {}),
    ...(status ? { status: status as NonNullable<StaffFilter['status']> } : {}),
    ...(q ? { words: q } : {}),
    ...(sort ? { sort: sort as NonNullable<StaffFilter['sort']> } : {}),
  };
}

/** The same as a list reads it from an address: for going from one application to the next under the filter. */
export function filterOfAddress(url: Readonly<Record<string, string>>, programmeId: string | null): Omit<StaffFilter, 'sort'> {
  const { callId = '', categoryKey = '', status = '', q = '' } = url;
  const { sort: _, ...filter } = filterOf({ filters: { callId, categoryKey }, q, status }, programmeId);
  return filter;
}
