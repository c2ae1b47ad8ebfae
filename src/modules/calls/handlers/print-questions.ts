import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { PdfRenderer } from '#libs/documents';
import { tell, type Language, type Sentence } from '#libs/errors';
import { noSuchCall } from '../calls.errors.js';
import type { Call } from '../domain/call.js';
import type { FormSection, Question } from '../domain/rulebook/application-form.js';
import { askedWords, conditionWords } from '../domain/rulebook/question-words.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { CallStore } from '../store/call.store.js';
import { AdmitReader, type Reader } from './admit-reader.js';

const TEMPLATE = readFileSync(new URL('../templates/all-questions.typ', import.meta.url), 'utf8');
const MOST_KEPT = 16;
const BEIJING = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

export interface PrintedQuestions {
  readonly name: string;
  readonly content: Buffer;
}

/** All questions of a call's form as a document to take along, before anybody registers. One rendering serves everybody. */
@Injectable()
export class PrintQuestions {
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly calls: CallStore,
    private readonly admission: AdmitReader,
    private readonly pdf: PdfRenderer,
  ) {}

  /** @throws DomainError `call_absent`, `call_by_invitation` */
  async run(callId: string, language: Language, reader: Reader): Promise<PrintedQuestions> {
    const call = await this.calls.find(callId);
    if (!call?.publishedAt) throw noSuchCall();
    await this.admission.insist(call, reader);
    const rules = (await this.calls.rules(call.id, call.rulebookVersion))!;
    const content = await this.rendered(`${call.id} ${rules.hash} ${language}`, () => this.pdf.render({ source: TEMPLATE }, { issuedAt: call.publishedAt!, ...wordsOf(call, rules.rulebook, language) }));
    return { name: `${call.number}-${language === 'zh' ? '全部问题' : 'questions'}.pdf`, content };
  }

  private rendered(key: string, render: () => Promise<Buffer>): Promise<Buffer> {
    const before = this.kept.get(key);
    if (before) return before;
    if (this.kept.size >= MOST_KEPT) this.kept.delete(this.kept.keys().next().value as string);
    const document = render();
    this.kept.set(key, document);
    document.catch(() => this.kept.delete(key));
    return document;
  }
}

/** Everything that the template shows, as text of one language. */
function wordsOf(call: Call, book: Rulebook, language: Language): Record<string, unknown> {
  const say = (sentence: Sentence) => tell(sentence, {}, language);
  const pick = (zh: string, en: string) => (language === 'zh' ? zh : en);
  return {
    lang: language, title: say(call.title), kind: pick('申报书全部问题', 'All questions of the form'), number: call.number,
    version: pick(`规则书第 ${call.rulebookVersion} 版`, `Rulebook version ${call.rulebookVersion}`),
    deadline: pick(`截止 ${BEIJING.format(call.closesAt!)}（北京时间）`, `Deadline ${BEIJING.format(call.closesAt!)} (Beijing time)`),
    lead: pick('一个汉字或标点算一个字，连续的字母或数字算一个字，空格不算。', 'A Chinese character or a mark counts as one character, a run of letters or digits as one, spaces as none.'),
    sections: book.form.sections.map((section, at) => sectionWords(section, at, { book, say, pick })),
    declarationTitle: pick('提交时的承诺', 'What is declared on submitting'), declaration: say(book.form.declaration),
  };
}

interface Saying {
  readonly book: Rulebook;
  readonly say: (sentence: Sentence) => string;
  readonly pick: (zh: string, en: string) => string;
}

function sectionWords({ title, guidance, visibleWhen, questions }: FormSection, at: number, saying: Saying) {
  const { say, book } = saying;
  return {
    title: say(title), notes: [...(guidance ? [say(guidance)] : []), ...(visibleWhen ? [say(conditionWords(visibleWhen, book))] : [])],
    questions: questions.map((question, index) => questionWords(question, `${at + 1}.${index + 1}`, saying)),
  };
}

function questionWords(question: Question, no: string, { book, say, pick }: Saying) {
  const { title, help, required, visibleWhen } = question;
  return {
    no, title: say(title), must: required ? pick('必填', 'required') : pick('选填', 'optional'),
    notes: [...(help ? [say(help)] : []), say(askedWords(question, book)), ...(visibleWhen ? [say(conditionWords(visibleWhen, book))] : [])],
  };
}
