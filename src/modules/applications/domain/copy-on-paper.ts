import type { DocumentView } from '#modules/documents';
import type { SectionInWords } from './form/in-words.js';
import type { SigningBox } from './signing-page.js';

/** Everything that a copy of an application says. */
export interface Copied {
  readonly number: string;
  readonly projectName: string;
  /** The instant that the copy speaks of: its submission, or when the draft was read. */
  readonly at: Date;
  /** Whether it is a draft, and if not, which submission. */
  readonly state: string;
  /** Names and values at its head. */
  readonly facts: readonly (readonly [string, string])[];
  readonly sections: readonly SectionInWords[];
  /** The files that its answers name, in the order of the form. */
  readonly files: readonly DocumentView[];
  readonly closing: string;
  /** The last page, where the rules ask for signatures and seals. */
  readonly signing: readonly SigningBox[];
}

/** What the template is given; it knows nothing of questions and answers. */
export function copyOnPaper({ number, projectName, state, facts, sections, files, closing, signing }: Copied): Record<string, unknown> {
  const known = new Map(files.map((file) => [file.id, file]));
  return {
    title: projectName || '申报书', number, state, facts, closing, signing,
    sections: sections.map(({ title, answers }) => ({
      title: title.zh,
      answers: answers.map((answer) => ({
        title: answer.title.zh, lines: answer.lines, head: answer.table?.head.map(({ zh }) => zh) ?? [], rows: [...(answer.table?.rows ?? []), ...(answer.table?.foot ? [answer.table.foot] : [])],
        files: (answer.files ?? []).flatMap((id) => known.get(id) ?? []).map(({ name, bytes, sha256, scanLabel }) => ({ name, sha256, scan: scanLabel.zh, size: sizeOf(bytes) })),
      })),
    })),
  };
}

const sizeOf = (bytes: number): string => (bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`);

/** The same as plain text, for a letter. */
export function copyInText({ facts, sections, files, closing }: Copied): string {
  const known = new Map(files.map((file) => [file.id, file]));
  const answered = sections.flatMap(({ title, answers }) => [
    '', `【${title.zh}】`,
    ...answers.flatMap(({ title: question, lines, table, files: ids = [] }) => [
      `■ ${question.zh}`, ...(lines.length + (table?.rows.length ?? 0) + ids.length === 0 ? ['（未填写）'] : lines),
      ...(table ? [table.head.map(({ zh }) => zh).join(' | '), ...[...table.rows, ...(table.foot ? [table.foot] : [])].map((row) => row.join(' | '))] : []),
      ...ids.flatMap((id) => known.get(id) ?? []).map(({ name, sha256 }) => `${name}  SHA-256 ${sha256}`),
    ]),
  ]);
  return [...facts.map(([name, value]) => `${name}：${value}`), ...answered, '', closing].join('\n');
}
