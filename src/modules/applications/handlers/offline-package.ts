import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { canonicalJson } from '#libs/canonical-json';
import { absent, invalid, refused, say, type Sentence } from '#libs/errors';
import { bytesOf, inspectFile, type FileKind } from '#libs/files';
import { readXlsx, writeXlsx } from '#libs/spreadsheets';
import { readDocx, writeDocx } from '#libs/word';
import { CallsFacade, type CallView } from '#modules/calls';
import type { Application } from '../domain/application.js';
import type { Answers } from '../domain/form/answers.js';
import { offlineBudget, readOfflineBudget } from '../domain/offline/offline-budget.js';
import { offlineForm, type Language } from '../domain/offline/offline-form.js';
import { readOfflineForm, type FoundAnswer } from '../domain/offline/read-offline-form.js';
import { versionToSave } from './application.view.js';
import { HoldOwn } from './hold-own.js';
import type { OfflineFieldView, OfflineReadingView } from './offline.view.js';

/** A form filled in by hand is text: more than this is no form. */
const MAX_BYTES = 10 * 1024 * 1024;
const OTHER_CALL = refused('offline_other_call', say('这是另一个批次的申报书，没有读取。请下载本批次的模板', 'This is the form of another call and was not read. Download the template of this one'));
const NO_MARK = say('文件里没有批次编号，请核对每一项是否对应', 'The file does not name its call; check that every item is in its place');
const NO_GRID = refused('no_budget_asked', say('本批次的申报书没有预算表', 'The form of this call has no budget'));

export interface OfflineFile {
  readonly name: string;
  readonly content: Buffer;
}

interface FoundInFile {
  readonly found: readonly FoundAnswer[];
  readonly strange: readonly Sentence[];
  readonly warning: Sentence | null;
}

/** The form to take away and fill in without a network, and what comes back. Reading changes nothing: saving the draft does. */
@Injectable()
export class OfflinePackage {
  constructor(
    private readonly holding: HoldOwn,
    private readonly calls: CallsFacade,
  ) {}

  /** The questions with what the draft holds. @throws DomainError `application_absent` */
  async form(id: string, language: Language, actor: Actor): Promise<OfflineFile> {
    const { application, call } = await this.of(id, 'view', actor);
    return this.formOf(call, application.answers, language);
  }

  /** The empty form, for anybody. @throws DomainError `call_absent` also for one that is not published, or not for everybody */
  async blank(callId: string, language: Language): Promise<OfflineFile> {
    const call = await this.calls.get(callId);
    // Whoever is invited reads the questions in the call itself.
    if (call.rulebook.visibility !== 'public') throw absent('call_absent', say('没有找到该批次', 'There is no such call'));
    return this.formOf(call, {}, language);
  }

  /** @throws DomainError `application_absent`, `no_budget_asked` */
  async budget(id: string, language: Language, actor: Actor): Promise<OfflineFile> {
    const { application, call } = await this.of(id, 'view', actor);
    const grid = gridOf(call);
    if (!grid) throw NO_GRID;
    const lines = application.answers[grid.section]?.[grid.question];
    const content = await writeXlsx(offlineBudget(call.rulebook.budget, Array.isArray(lines) ? (lines as Record<string, unknown>[]) : [], language));
    return { name: `${call.number} 预算表.xlsx`, content };
  }

  /**
   * Reads a filled file, at most 10 MB.
   * @throws DomainError `application_absent`, `beyond_part`, `offline_other_call`, `no_budget_asked`, what `inspectFile` and the readers throw
   */
  async read(id: string, file: { name: string; content: Readable }, actor: Actor): Promise<OfflineReadingView> {
    const { application, call } = await this.of(id, 'edit', actor);
    const content = await whole(file.content);
    const kind = await inspectFile(bytesOf(content), { accept: ['docx', 'xlsx'], maxBytes: MAX_BYTES });
    const { found, strange, warning } = await this.contents(kind, content, call);
    const fields = found.flatMap((one) => fieldsOf(one, application.answers));
    return { fileName: file.name.slice(0, 200), version: versionToSave(application), fields, strange: [...strange], warning, answers: answersIn(found) };
  }

  private async contents(kind: FileKind, content: Buffer, call: CallView): Promise<FoundInFile> {
    if (kind === 'xlsx') return { found: await readGrid(content, call), strange: [], warning: null };
    const { form, categories } = call.rulebook;
    const { ofThisCall, ...read } = readOfflineForm(await readDocx(content), { sections: form.sections, categories, callNumber: call.number });
    if (ofThisCall === false) throw OTHER_CALL;
    return { ...read, warning: ofThisCall === null ? NO_MARK : null };
  }

  private async formOf({ number, title, rulebook }: CallView, answers: Answers, language: Language): Promise<OfflineFile> {
    const blocks = offlineForm({ callNumber: number, title, sections: rulebook.form.sections, categories: rulebook.categories, answers }, language);
    return { name: `${number} 申报书.docx`, content: await writeDocx(blocks, `${number} · ${title[language]}`) };
  }

  private async of(id: string, part: 'view' | 'edit', actor: Actor): Promise<{ application: Application; call: CallView }> {
    const application = await this.holding.read(id, part, actor);
    return { application, call: await this.calls.get(application.callId) };
  }
}

function gridOf({ rulebook: { form } }: CallView): { section: string; question: string } | null {
  for (const { key, questions } of form.sections) for (const question of questions) if (question.kind === 'budget') return { section: key, question: question.key };
  return null;
}

async function readGrid(content: Buffer, call: CallView): Promise<FoundAnswer[]> {
  const grid = gridOf(call);
  if (!grid) throw NO_GRID;
  const reading = readOfflineBudget(await readXlsx(content, { maxRows: 2000, maxColumns: 60, textForm: 'NFC' }), call.rulebook.budget);
  return reading ? [{ ...grid, reading }] : [];
}

/** Stops taking as soon as there is too much. */
async function whole(content: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of content as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BYTES) throw invalid('file.too-large', say('文件超过 {megabytes} MB', 'The file has more than {megabytes} MB'), { megabytes: 10 });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** One entry for each question that was read; one for each thing in it that was not. */
function fieldsOf({ section, question, reading }: FoundAnswer, answers: Answers): OfflineFieldView[] {
  if ('unread' in reading) return reading.unread.map((why) => ({ section, question, state: 'unread', why }));
  const before = answers[section]?.[question] ?? null;
  return [{ section, question, state: canonicalJson(before) === canonicalJson(reading.answer) ? 'same' : 'changed' }];
}

function answersIn(found: readonly FoundAnswer[]): Answers {
  const answers: Record<string, Record<string, unknown>> = {};
  for (const { section, question, reading } of found) if ('answer' in reading) (answers[section] ??= {})[question] = reading.answer;
  return answers;
}
