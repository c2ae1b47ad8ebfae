import { z } from 'zod';
import { refused, say } from '#libs/errors';
import { Translator, type TargetLanguage } from './translator.js';

const Answer = z.object({ translatedText: z.array(z.string()) });
const PATIENCE_MS = 20_000;

/** A server that speaks LibreTranslate's interface: `POST /translate` with a list of texts. */
export class LibreTranslate extends Translator {
  override readonly name: string;

  /** @param url of the server, without `/translate` */
  constructor(
    private readonly url: string,
    private readonly key?: string,
  ) {
    super();
    this.name = `LibreTranslate (${new URL(url).hostname})`;
  }

  override async translate(texts: readonly string[], to: TargetLanguage): Promise<string[]> {
    if (texts.length === 0) return [];
    const answer = await this.ask(texts, to).catch(() => null);
    if (answer?.length !== texts.length) throw refused('translation_failed', say('翻译服务没有给出结果，请稍后再试；原文不受影响', 'The translation service gave no answer; try again later. The original is not affected'));
    return answer;
  }

  private async ask(texts: readonly string[], to: TargetLanguage): Promise<string[]> {
    const body = JSON.stringify({ q: texts, source: 'auto', target: to, format: 'text', ...(this.key === undefined ? {} : { api_key: this.key }) });
    const reply = await fetch(`${this.url.replace(/\/$/, '')}/translate`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    if (!reply.ok) throw new Error(`answered ${reply.status}`);
    return Answer.parse(await reply.json()).translatedText;
  }
}
