import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refused, say } from '#libs/errors';
import { RenderProcess } from './render-process.js';
import type { RenderAnswer, Template } from './render-process.js';

/**
 * What a template shows. Every value reaches it as a value, through `json(bytes(sys.inputs.data))`, and
 * never as markup; a `Date` arrives as ISO text, money in fen as an integer.
 */
export interface DocumentData {
  /** The instant in the document's properties: equal data give equal bytes. */
  readonly issuedAt: Date;
  readonly [name: string]: unknown;
}

export interface PdfSettings {
  /** The folder that templates and the files they read lie in; nothing outside it can be read. */
  readonly templateFolder?: string;
  /** After how many documents the process is replaced, which bounds its memory. */
  readonly recycleAfter?: number;
  readonly timeoutMs?: number;
}

/**
 * Makes PDF/A-2b documents, tagged for screen readers, from Typst templates. Templates set
 * `font: "Noto Serif SC"` or `"Noto Sans SC"` with `fallback: false`, and take every date from the data:
 * the clock of the machine would make two renderings differ.
 */
export class PdfRenderer {
  private readonly folder: string;
  private readonly recycleAfter: number;
  private readonly timeoutMs: number;
  private process: RenderProcess | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(settings: PdfSettings = {}) {
    this.folder = resolve(settings.templateFolder ?? fileURLToPath(new URL('.', import.meta.url)));
    this.recycleAfter = settings.recycleAfter ?? 100;
    this.timeoutMs = settings.timeoutMs ?? 60_000;
  }

  /**
   * The document as bytes. Throws `document.character-missing` when the fonts lack a character of the
   * data — a name is never printed as an empty box — and `document.not-rendered` for a fault of the
   * template; both carry the compiler's words as `facts.diagnostics`. Another error means that the
   * process failed and a second attempt may succeed.
   */
  async render(template: Template, data: DocumentData): Promise<Buffer> {
    const request = {
      template: this.placed(template),
      data: JSON.stringify(data),
      seconds: Math.floor(data.issuedAt.getTime() / 1000),
    };
    const document = this.queue.then(async () => {
      const process = await this.freshProcess();
      return pdfOf(await process.render(request, this.timeoutMs));
    });
    this.queue = document.catch(() => undefined);
    return document;
  }

  /** Waits for the documents under way and ends the process. */
  async close(): Promise<void> {
    this.closed = true;
    await this.queue;
    await this.process?.close();
    this.process = undefined;
  }

  private async freshProcess(): Promise<RenderProcess> {
    if (this.closed) throw new Error('The PDF renderer is closed');
    const usable = this.process?.isAlive === true && this.process.rendered < this.recycleAfter;
    if (!usable) {
      await this.process?.close();
      this.process = new RenderProcess(this.folder);
    }
    return this.process as RenderProcess;
  }

  private placed(template: Template): Template {
    if ('source' in template) return template;
    const path = resolve(this.folder, template.path);
    const below = relative(this.folder, path);
    if (below.startsWith('..') || isAbsolute(below)) throw notRendered(['the template lies outside the template folder']);
    return { path };
  }
}

function pdfOf({ pdf, diagnostics = [] }: RenderAnswer): Buffer {
  if (pdf !== undefined) return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const missing = diagnostics.flatMap((one) => between(one, 'the text `', '` could not be displayed'));
  if (missing.length === 0) throw notRendered(diagnostics);
  throw refused(
    'document.character-missing',
    say('字体中没有这些字：{characters}', 'The fonts lack these characters: {characters}'),
    { characters: missing.map((one) => one.replace(/[\\"]/g, '')), diagnostics },
  );
}

const notRendered = (diagnostics: readonly string[]): Error =>
  refused(
    'document.not-rendered',
    say('文件未能生成：{diagnostics}', 'The document could not be made: {diagnostics}'),
    { diagnostics },
  );

function between(text: string, before: string, after: string): string[] {
  const start = text.indexOf(before);
  const end = start < 0 ? -1 : text.indexOf(after, start + before.length);
  return end < 0 ? [] : [text.slice(start + before.length, end)];
}
