import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { CallsFacade } from '#modules/calls';
import { rulesOf } from '../domain/figures.js';
import { inWords } from '../domain/form/in-words.js';
import { previewHash } from '../domain/preview.js';
import { versionToSave } from './application.view.js';
import { HoldOwn } from './hold-own.js';

export class PreviewTableView {
  @ShownSentence({ isArray: true }) head: readonly Sentence[];
  @Shown({ type: 'array', items: { type: 'array', items: { type: 'string' } } }) rows: readonly (readonly string[])[];
}

export class PreviewAnswerView {
  @ShownSentence() title: Sentence;
  @Shown({ type: [String] }) lines: readonly string[];
  @Shown({ required: false, type: PreviewTableView }) table?: PreviewTableView;
  @Shown({ required: false, type: [String], description: '文件编号 ids of files' }) files?: readonly string[];
}

export class PreviewSectionView {
  @ShownSentence() title: Sentence;
  @Shown({ type: [PreviewAnswerView] }) answers: readonly PreviewAnswerView[];
}

/** The application as it would be submitted now, and the name by which the submission says that this was seen. */
export class PreviewView {
  @Shown({ description: '预览版本，提交时写明 SHA-256; a submission names it' }) hash: string;
  @Shown({ description: '草稿的版本 the version of the draft' }) version: number;
  @Shown() rulebookVersion: number;
  @Shown({ type: [PreviewSectionView] }) sections: readonly PreviewSectionView[];
}

/** Shows what will be submitted, in words. */
@Injectable()
export class PreviewApplication {
  constructor(
    private readonly holding: HoldOwn,
    private readonly calls: CallsFacade,
  ) {}

  /** @throws DomainError `application_absent` */
  async run(id: string, actor: Actor): Promise<PreviewView> {
    const application = await this.holding.read(id, 'view', actor);
    const { rulebook, rulebookVersion } = await this.calls.get(application.callId);
    const rules = rulesOf(rulebook, application.answers);
    const sections = inWords(rules, application.answers).map(({ title, answers }): PreviewSectionView => ({
      title, answers: answers.map(({ title: question, lines, table, files }) => ({ title: question, lines, ...(table ? { table: { head: table.head, rows: table.rows } } : {}), ...(files ? { files } : {}) })),
    }));
    return { hash: previewHash(application, rules, rulebookVersion), version: versionToSave(application), rulebookVersion, sections };
  }
}
