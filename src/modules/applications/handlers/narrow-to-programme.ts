import { Injectable } from '@nestjs/common';
import { CallsFacade } from '#modules/calls';
import type { ApplicationFilter } from '../store/application-catalogue.js';

/** A filter as people ask for it: they name a programme, and applications know their call only. */
export interface AskedFilter extends Omit<ApplicationFilter, 'callIds'> {
  readonly programmeId?: string;
}

@Injectable()
export class NarrowToProgramme {
  constructor(private readonly calls: CallsFacade) {}

  async run({ programmeId, ...filter }: AskedFilter): Promise<ApplicationFilter> {
    if (!programmeId || filter.callId) return filter;
    return { ...filter, callIds: (await this.calls.ofProgramme(programmeId)).map(({ id }) => id) };
  }
}
