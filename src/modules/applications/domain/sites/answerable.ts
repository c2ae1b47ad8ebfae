import { closesFor, type CallView } from '#modules/calls';
import type { Application } from '../application.js';
import { stillTakes } from '../application.lifecycle.js';

/** Until when a site may answer: as long as the application can still be handed in, and so with an extension of the call longer. Null once that is over. */
export function answerableUntil({ status, returned, categoryKey }: Pick<Application, 'status' | 'returned' | 'categoryKey'>, call: CallView, now: Date): Date | null {
  if (status === 'returned' && returned) return now <= new Date(returned.dueAt) ? new Date(returned.dueAt) : null;
  const closesAt = closesFor(call, categoryKey);
  return status === 'draft' && stillTakes({ ...call, closesAt }, now) ? closesAt : null;
}
