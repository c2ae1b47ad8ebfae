import { refused, say, type Sentence } from '#libs/errors';

export type TargetLanguage = 'zh' | 'en';

/** Puts texts into another language by machine. What it gives is help for a reader and never a record. */
export abstract class Translator {
  /** Who translates, as readers are told; null where nobody was configured. */
  abstract readonly name: string | null;

  /** @returns one translation for each text, in order. @throws DomainError `translation_not_configured`, `translation_failed` */
  abstract translate(texts: readonly string[], to: TargetLanguage): Promise<string[]>;
}

export const NOT_CONFIGURED: Sentence = say('本平台没有配置机器翻译，请阅读原文', 'No machine translation is configured on this platform; please read the original');

/** The state without a provider: declared, and shown to whoever asks. */
export class NoTranslator extends Translator {
  override readonly name = null;

  override translate(): Promise<string[]> {
    return Promise.reject(refused('translation_not_configured', NOT_CONFIGURED));
  }
}
