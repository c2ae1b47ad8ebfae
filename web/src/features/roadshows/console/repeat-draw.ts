import type { ConsoleView } from '../../../api/index.js';
import { toCsv } from '../../../ui/index.js';

export interface DrawnRow {
  readonly applicationId: string;
  readonly key: string;
}

/** Orders the projects by SHA-256 of `seed|id`, as the server did. `null` where the browser may not compute it (no HTTPS). */
export async function repeatDraw(seed: string, ids: readonly string[]): Promise<DrawnRow[] | null> {
  if (!globalThis.crypto.subtle) return null;
  const rows = await Promise.all(ids.map(async (applicationId) => ({ applicationId, key: await sha256(`${seed}|${applicationId}`) })));
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A table for whoever wants to check it alone: order, number, project, the code that was hashed. */
export function checkList({ seed, turns }: Pick<ConsoleView, 'seed' | 'turns'>): string {
  const rows = turns.map(({ position, number, projectName, applicationId }) => [position ?? '', number ?? '', projectName, applicationId, `${seed}|${applicationId}`]);
  return toCsv([['出场顺序 order', '申报编号 number', '项目 project', '项目代码 code', '求 SHA-256 的文字 text to hash'], ...rows]);
}
