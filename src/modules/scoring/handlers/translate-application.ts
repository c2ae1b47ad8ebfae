import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { NOT_CONFIGURED, Translator, type TargetLanguage } from '#libs/translation';
import { noSuchSheet } from '../scoring.errors.js';
import { HoldSheet } from './hold-sheet.js';
import type { JudgedApplicationView } from './judging.view.js';
import { ShowApplication } from './show-application.js';

export class TranslatedTextView {
  @Shown({ description: '题目 key of the question; project-title for the name of the project' }) question: string;
  @Shown() text: string;
}

/** Help for reading, made by a machine: it stands beside the original and is kept nowhere. */
export class TranslationView {
  @Shown({ enum: ['made', 'not_configured'] }) state: 'made' | 'not_configured';
  @Shown({ nullable: true, type: String, description: '翻译服务 who translated' }) provider: string | null;
  @Shown({ enum: ['zh', 'en'] }) to: TargetLanguage;
  @ShownSentence({ description: '读者须知 what its reader must know' }) notice: Sentence;
  @Shown({ type: [TranslatedTextView] }) texts: readonly TranslatedTextView[];
}

const BY_MACHINE = say('机器翻译，仅供参考；评分以原文为准', 'Translated by machine, for orientation only; scores rest on the original');

/** Translates what one judge is shown, as she is shown it: what is hidden from her leaves the platform no more than it reaches her. */
@Injectable()
export class TranslateApplication {
  constructor(
    private readonly holding: HoldSheet,
    private readonly showing: ShowApplication,
    private readonly translator: Translator,
    private readonly tx: Transaction,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `sheet_absent`, also before she has declared that nothing ties her to it; `translation_failed` */
  async run(seatId: string, applicationId: string, to: TargetLanguage, actor: Actor): Promise<TranslationView> {
    const place = await this.holding.place(seatId, applicationId, actor);
    if (place.declaration?.verdict !== 'none') throw noSuchSheet();
    const { name } = this.translator;
    if (name === null) return { state: 'not_configured', provider: null, to, notice: NOT_CONFIGURED, texts: [] };
    const originals = textsOf(await this.showing.run(place));
    const translated = await this.translator.translate(originals.map(({ text }) => text), to);
    await this.tx.run(async () => this.audit.record({ action: 'application.translated', subject: { kind: 'application', id: applicationId }, actor, facts: { to, provider: name, texts: originals.length } }));
    return { state: 'made', provider: name, to, notice: BY_MACHINE, texts: originals.map(({ question }, at) => ({ question, text: translated[at]! })) };
  }
}

/** Prose that a reader of another language cannot follow: the name of the project and every answer in words. */
function textsOf({ projectName, sections }: JudgedApplicationView): TranslatedTextView[] {
  const answers = sections.flatMap((section) => section.answers.flatMap(({ question, answer }) => {
    const prose = question.kind === 'short_text' || question.kind === 'long_text';
    return prose && typeof answer === 'string' && answer.trim() !== '' ? [{ question: question.key, text: answer }] : [];
  }));
  return [{ question: 'project-title', text: projectName }, ...answers];
}
