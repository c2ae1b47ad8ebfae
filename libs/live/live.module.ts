import { Global, Module } from '@nestjs/common';
import { LiveNews } from './live-news.js';

/** News of changes for whoever shows something live. */
@Global()
@Module({ providers: [LiveNews], exports: [LiveNews] })
export class LiveModule {}
