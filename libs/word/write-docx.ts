import type { Block } from './block.js';

/** A document on A4 that Word, WPS and LibreOffice open and keep; `foot` stands on every page. */
export async function writeDocx(blocks: readonly Block[], foot: string): Promise<Buffer> {
  // Loaded with the first document to be written: it is large, and most processes write none.
  return (await import('./compose-docx.js')).composeDocx(blocks, foot);
}
