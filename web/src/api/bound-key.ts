const ROUNDS = [0x811c9dc5, 0x9e3779b9] as const;

/**
 * A key together with what it is given for: the same content bears the same key again, changed content bears another. Else the server, which
 * holds a key to the content that it first came with, would refuse what a person has mended since an answer was lost. The mark only has to
 * tell the attempts of one command apart; it works outside secure contexts too, where browsers hash nothing.
 */
export function boundKey(key: string, content: string): string {
  return `${key}-${ROUNDS.map((start) => markOf(content, start)).join('')}`;
}

function markOf(content: string, start: number): string {
  let mark = start;
  for (let at = 0; at < content.length; at += 1) mark = Math.imul(mark ^ content.charCodeAt(at), 0x01000193);
  return (mark >>> 0).toString(16).padStart(8, '0');
}
