import type { FileKind } from '#libs/files';
import { stripJpeg, stripPng, stripWebp } from './strip-picture.js';
import { Unstrippable } from './unstrippable.js';

/** Larger files are not taken apart in the memory of a server. */
const MOST_BYTES = 52_428_800;

type Strip = (content: Buffer) => Buffer | Promise<Buffer>;

// Loaded with the first file to be stripped: most processes never meet one, and what takes files apart is large.
const stripPdf: Strip = async (content) => (await import('./strip-pdf.js')).stripPdf(content);
const stripOffice: Strip = async (content) => (await import('./strip-office.js')).stripOffice(content);

const STRIPS: Partial<Record<FileKind, Strip>> = {
  pdf: stripPdf, docx: stripOffice, xlsx: stripOffice, pptx: stripOffice, jpeg: stripJpeg, png: stripPng, webp: stripWebp,
};

/**
 * The same file without what it says of its makers beside its content: authors, titles, companies, devices, places, earlier versions,
 * attached files. What is read or seen in it stays. @throws Unstrippable for a kind or a file of which that cannot be promised
 */
export async function stripFile(kind: FileKind, content: Buffer): Promise<Buffer> {
  const strip = STRIPS[kind];
  if (!strip || content.length > MOST_BYTES) throw new Unstrippable(strip ? 'too large' : 'kind');
  try {
    return await strip(content);
  } catch (error) {
    throw error instanceof Unstrippable ? error : new Unstrippable(error instanceof Error ? error.message : String(error));
  }
}
