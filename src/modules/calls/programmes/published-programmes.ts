import { readFileSync } from 'node:fs';
import { absent, say } from '#libs/errors';

/** Programmes encoded from published notices; what a notice does not state is marked in the rulebook as our assumption. */
export const publishedProgrammes = [
  'yangzhou-2021', 'wenjiang-2025-supplementary', 'hubei-mulan-2024', 'wuhu-2019',
] as const;

export type PublishedProgramme = (typeof publishedProgrammes)[number];

function isPublished(code: string): code is PublishedProgramme {
  return (publishedProgrammes as readonly string[]).includes(code);
}

/**
 * The JSON of a published programme, fresh on every call and not yet validated.
 *
 * Throws `absent` with the code `programme_unknown` for any other name.
 */
export function readProgramme(code: string): unknown {
  if (!isPublished(code)) {
    throw absent('programme_unknown', say('没有名为“{code}”的已公布项目', 'No published programme is named “{code}”'), { code });
  }
  return JSON.parse(readFileSync(new URL(`./${code}.json`, import.meta.url), 'utf8'));
}
