import { Shown } from '#libs/http';
import type { Document } from '../domain/document.js';

export class DocumentView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown() mediaType: string;
  @Shown() bytes: number;
  @Shown({ description: 'SHA-256' }) sha256: string;
  @Shown() createdAt: Date;

  static of({ id, name, mediaType, bytes, sha256, madeAt }: Document): DocumentView {
    return { id, name, mediaType, bytes, sha256, createdAt: madeAt };
  }
}
