import { say } from '#libs/errors';
import type { Rulebook } from '#modules/calls';
import type { Answers } from './answers.js';
import type { Fault } from './fault.js';

const SENTENCE = say('文件“{name}”含有恶意软件，已隔离；请删除它并上传干净的文件', 'The file "{name}" carries malware and is quarantined; remove it and upload a clean one');

/** A file in which malware was found stands against submitting, at the question that it answers. */
export function infectedFiles({ form }: Pick<Rulebook, 'form'>, answers: Answers, infected: readonly { readonly id: string; readonly name: string }[]): Fault[] {
  if (infected.length === 0) return [];
  return form.sections.flatMap((section) => section.questions.filter(({ kind }) => kind === 'file').flatMap(({ key }) => {
    const answer = answers[section.key]?.[key];
    const ids: readonly unknown[] = Array.isArray(answer) ? answer : [];
    return infected.filter(({ id }) => ids.includes(id)).map(({ name }): Fault => ({
      path: `${section.key}.${key}`, section: section.key, code: 'file_infected', severity: 'error', sentence: SENTENCE, facts: { name },
    }));
  }));
}
