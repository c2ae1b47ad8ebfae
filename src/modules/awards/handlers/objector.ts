import { Injectable } from '@nestjs/common';
import type { Language } from '#libs/errors';
import { SecretBox } from '#libs/secrets';
import type { Objection } from '../domain/objection.js';

/** Who objects, as given; an organisation says whether its paper bears the seal. */
export interface Objector {
  readonly name: string;
  readonly contact: string;
  readonly organisation: string | null;
  readonly sealed: boolean;
  /** In which the objector reads, and is written to. */
  readonly language: Language;
}

/** Keeps the objector's name and contact under seal: officers of the place read them, nobody else. */
@Injectable()
export class SealObjector {
  constructor(private readonly secrets: SecretBox) {}

  seal(objectionId: string, objector: Objector): string {
    return this.secrets.seal(JSON.stringify(objector), boundTo(objectionId));
  }

  open({ id, sealedPerson }: Objection): Objector | null {
    if (sealedPerson === null) return null;
    // What was sealed before the language was kept came from Chinese pages.
    return { language: 'zh', ...(JSON.parse(this.secrets.open(sealedPerson, boundTo(id))) as Omit<Objector, 'language'>) };
  }
}

const boundTo = (id: string): string => `award_objection|person|${id}`;
