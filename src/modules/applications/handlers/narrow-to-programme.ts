import { Injectable } from '@nestjs/common';
import { DatabaseTime } from '#libs/database';
import { CallsFacade } from '#modules/calls';
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

  async run({ programmeId, ...filter }: AskedFilter): Promise<ApplicationFilter> {
    const sealed = await this.sealed();
    if (!programmeId || filter.callId) return { ...filter, sealed };
    return { ...filter, sealed, callIds: (await this.calls.ofProgramme(programmeId)).map(({ id }) => id) };
  }

  /** Calls whose submissions nobody may see yet; where no open call is sealed, nobody has to know what time it is. */
  private async sealed(): Promise<string[]> {
    const open = (await this.calls.open()).filter(isSealedRound);
    if (open.length === 0) return [];
    const now = await this.time.now();
    return open.filter((call) => !mayBeOpened(call, now).allowed).map(({ id }) => id);
  }
}
