import { say, type Facts, type Sentence } from '#libs/errors';
import type { FileQuestion, Rulebook } from '#modules/calls';
import type { Answers } from './answers.js';
import type { Fault } from './fault.js';

/** What is known of a file that an answer names. */
export interface HandedInFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly scan: string;
}

/** The endings that a rulebook names, by what the platform found the file to be. */
const MEDIA: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
};

const MEGABYTE = 1_048_576;
const INFECTED = say('文件“{name}”含有恶意软件，已隔离；请删除它并上传干净的文件', 'The file "{name}" carries malware and is quarantined; remove it and upload a clean one');
const WRONG_KIND = say('文件“{name}”不是这里接受的类型，请提交：{accepted}', 'The file "{name}" is not of a kind accepted here; please hand in: {accepted}');
const TOO_BIG = say('文件“{name}”超过 {megabytes} MB', 'The file "{name}" is larger than {megabytes} MB');

/** What stands against the files that the answers name, at the question that each of them answers. */
export function checkHandedIn({ form }: Pick<Rulebook, 'form'>, answers: Answers, files: readonly HandedInFile[]): Fault[] {
  const known = new Map(files.map((file) => [file.id, file]));
  return form.sections.flatMap((section) => section.questions.filter((question): question is FileQuestion => question.kind === 'file').flatMap((question) => {
    const answer = answers[section.key]?.[question.key];
    const ids: readonly unknown[] = Array.isArray(answer) ? answer : [];
    return ids.flatMap((id) => known.get(id as string) ?? []).flatMap((file) => faultOf(file, question)).map(({ code, sentence, facts }): Fault => ({
      path: `${section.key}.${question.key}`, section: section.key, code, severity: 'error', sentence, facts,
    }));
  }));
}

function faultOf({ name, mediaType, bytes, scan }: HandedInFile, { accept, maxBytes }: FileQuestion): { code: string; sentence: Sentence; facts: Facts }[] {
  if (scan === 'infected') return [{ code: 'file_infected', sentence: INFECTED, facts: { name } }];
  if (!(MEDIA[mediaType] ?? []).some((ending) => (accept as readonly string[]).includes(ending))) return [{ code: 'file_kind_not_accepted', sentence: WRONG_KIND, facts: { name, accepted: accept.join('、').toUpperCase() } }];
  return bytes > maxBytes ? [{ code: 'file_too_big', sentence: TOO_BIG, facts: { name, megabytes: Math.round(maxBytes / MEGABYTE) } }] : [];
}
