import { Injectable } from '@nestjs/common';
import type { Rulebook } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import type { ApplicationHistory } from '../domain/application.js';
import { fileIds } from '../domain/form/file-ids.js';
import { lastCorrection } from '../domain/screening/last-correction.js';
import { ApplicationStore } from '../store/application.store.js';
import type { CorrectedView } from './corrected.view.js';

/** What the applicant changed in answer to a return, for whoever asked for it. */
@Injectable()
export class ReadCorrection {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly documents: DocumentsFacade,
  ) {}

  async run(history: readonly ApplicationHistory[], rulebook: Rulebook): Promise<CorrectedView | null> {
    const back = history.find(({ move }) => move === 'resubmit');
    const found = back ? lastCorrection(history, await this.applications.submissions(back.applicationId)) : null;
    if (!found) return null;
    const { asked, handedInAt, before, after } = found;
    return { askedAt: asked.at, reason: asked.reason ?? '', handedInAt, before, after, files: await this.documents.many([...fileIds(rulebook, before), ...fileIds(rulebook, after)]) };
  }
}
