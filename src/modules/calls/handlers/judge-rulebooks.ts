import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { noSuchCall } from '../calls.errors.js';
import { mayChange, reads } from '../calls.permissions.js';
import { examineRulebook } from '../domain/examine-rulebook.js';
import { rulebookHash } from '../domain/rulebook/rulebook-hash.js';
import { diffRulebooks } from '../domain/rulebook/diff-rulebooks.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { isDrafting, mayBecome, mayStillChange } from '../domain/settled-rules.js';
import { publishedProgrammes, readProgramme } from '../programmes/published-programmes.js';
import { CalendarStore } from '../store/calendar.store.js';
import { CallStore } from '../store/call.store.js';
import { RulebookProblemView, type RulebookChangeView, type RulebookReportView } from './call.view.js';
import { TemplateView, type RulebookPreviewView } from './officer-call.view.js';
import { PossibleView } from './possible.view.js';

/** Judges and compares rulebooks without keeping them. */
@Injectable()
export class JudgeRulebooks {
  constructor(
    private readonly calls: CallStore,
    private readonly calendar: CalendarStore,
  ) {}

  async examine(json: object): Promise<RulebookReportView> {
    const { problems, rulebook } = examineRulebook(json, await this.calendar.book());
    return { sound: rulebook !== null, problems: problems.map((problem) => RulebookProblemView.of(problem)), hash: rulebook ? rulebookHash(rulebook) : null };
  }

  compare(before: object, after: object): RulebookChangeView[] {
    return diffRulebooks(before, after);
  }

  /** What a call's rules would become: the differences, the faults, and whether they may. @throws DomainError `call_absent` */
  async preview(callId: string, json: object, actor: Actor): Promise<RulebookPreviewView> {
    const call = await this.calls.find(callId);
    if (!call || !reads(actor, call)) throw noSuchCall();
    const before = (await this.calls.rulebook(call.id, call.rulebookVersion))!.rulebook;
    const { problems, rulebook } = examineRulebook(json, await this.calendar.book());
    const may = [mayChange(actor, call), mayStillChange(call), ...(rulebook && !isDrafting(call) ? [mayBecome(call, before as Rulebook, rulebook)] : [])];
    return {
      ...PossibleView.of(may.find(({ allowed }) => !allowed) ?? { allowed: true }), changes: diffRulebooks(before, json),
      problems: problems.map((problem) => RulebookProblemView.of(problem)),
    };
  }

  templates(): TemplateView[] {
    return publishedProgrammes.map((code) => TemplateView.of(readProgramme(code) as Rulebook));
  }
}
