import JSZip from 'jszip';
import type { ReadText } from './read-text.js';
import { localName, textOf, xmlTokens } from './xml-tokens.js';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** What is seen in a file and cannot be read: pictures, and files within it. */
const SEEN_ONLY = /\.(jpe?g|png|gif|bmp|emf|wmf|docx|xlsx|pptx)$/i;
/** A shape drawn point by point, and what was written with a pen. Shapes out of the programme's own list tell nothing. */
const DRAWN = /:(?:custGeom|contentPart)[\s/>]/;

/** Every word of a Word, Excel or PowerPoint file. A word may be cut into several runs: the marks between them are left out, so that it reads as one. */
export async function textOfOffice(content: Buffer): Promise<ReadText> {
  const zip = await JSZip.loadAsync(content);
  const texts: string[] = [];
  let drawn = false;
  for (const [name, entry] of Object.entries(zip.files)) {
    if (entry.dir || !/\.(xml|rels|vml)$/i.test(name)) continue;
    const xml = await entry.async('string');
    drawn ||= DRAWN.test(xml);
    texts.push(...textsOfPart(xml));
  }
  return { text: texts.join('\n'), unread: drawn || Object.keys(zip.files).some((name) => SEEN_ONLY.test(name)), unreadPages: [] };
}

/** After these a word is over: paragraphs, and the cells and rows of a spreadsheet. */
const ENDING = new Set(['p', 'si', 'c', 'row']);

/** What is read in a part, and what its tags say that could name somebody. */
function textsOfPart(xml: string): [string, string] {
  const read: string[] = [];
  const values: string[] = [];
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') read.push(textOf(token));
    else if (token.kind === 'close' && ENDING.has(localName(token.name))) read.push('\n');
    // Remarks to programmes are read like values: a name could stand in them as well.
    else values.push(...(token.kind === 'comment' || token.kind === 'other' ? [token.raw] : token.attributes.map(([, value]) => value)));
  }
  return [plain(read.join('')), plain(values.filter((value) => /[\p{Script=Han}@]|\d{7}/u.test(value)).join('\n'))];
}
