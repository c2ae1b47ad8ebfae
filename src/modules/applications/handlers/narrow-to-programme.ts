import { Injectable } from '@nestjs/common';
import { DatabaseTime } from '#libs/database';
import { CallsFacade, type CallView } from '#modules/calls';
import { isSealedRound, mayBeOpened } from '../domain/sealed.js';
import type { ApplicationFilter } from '../store/application-filter.js';

/** A filter as people ask for it: they name a programme, and applications know their call only. */
export interface AskedFilter extends Omit<ApplicationFilter, 'callIds' | 'sealed'> {
  readonly programmeId?: string;
}

@Injectable()
export class NarrowToProgramme {
  constructor(
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** @param named the one call that is asked for, where the caller has read it */
  async run({ programmeId, ...filter }: AskedFilter, named?: CallView): Promise<ApplicationFilter> {
    const sealed = await this.sealed(named ? [named].filter(({ status }) => status === 'open') : await this.calls.open());
    if (!programmeId || filter.callId) return { ...filter, sealed };
    return { ...filter, sealed, callIds: (await this.calls.ofProgramme(programmeId)).map(({ id }) => id) };
  }

  /** Calls whose submissions nobody may see yet; where no open call is sealed, nobody has to know what time it is. */
  private async sealed(open: readonly CallView[]): Promise<string[]> {
    const sealed = open.filter(isSealedRound);
    if (sealed.length === 0) return [];
    const now = await this.time.now();
    return sealed.filter((call) => !mayBeOpened(call, now).allowed).map(({ id }) => id);
  }
}
