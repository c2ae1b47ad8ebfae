import { Global, Module } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { LibreTranslate } from './libre-translate.js';
import { NoTranslator, Translator } from './translator.js';

const translatorOf = ({ translation }: AppConfig): Translator => (translation ? new LibreTranslate(translation.url, translation.key) : new NoTranslator());

/** The translator that the settings name, else the declared state without one. */
@Global()
@Module({ providers: [{ provide: Translator, useFactory: translatorOf, inject: [APP_CONFIG] }], exports: [Translator] })
export class TranslationModule {}
