import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { PdfRenderer } from './pdf-renderer.js';

@Injectable()
class ClosePdfRenderer implements OnApplicationShutdown {
  constructor(private readonly renderer: PdfRenderer) {}

  onApplicationShutdown(): Promise<void> {
    return this.renderer.close();
  }
}

/** One renderer for the whole process; its child process starts with the first document. */
@Global()
@Module({ providers: [{ provide: PdfRenderer, useFactory: () => new PdfRenderer() }, ClosePdfRenderer], exports: [PdfRenderer] })
export class PdfModule {}
