import { Shown, ShownSentence } from '#libs/http';
import type { Sentence } from '#libs/errors';
import type { Programme } from '../domain/programme.js';

export class ProgrammeView {
  @Shown() id: string;
  @Shown() nodePath: string;
  @Shown() code: string;
  @ShownSentence() title: Sentence;

  static of({ id, nodePath, code, title }: Programme): ProgrammeView {
    return { id, nodePath, code, title };
  }
}

export class ProgrammePage {
  @Shown({ type: [ProgrammeView] }) items: ProgrammeView[];
  @Shown({ required: false, type: String }) next?: string;
}
