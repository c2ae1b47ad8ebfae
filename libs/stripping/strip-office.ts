import JSZip from 'jszip';
import { bytesOf, readZipDirectory, ZIP_LIMITS } from '#libs/files';
import { stripJpeg, stripPng } from './strip-picture.js';
import { Unstrippable } from './unstrippable.js';
import { localName, xmlTokens, type XmlToken } from './xml-tokens.js';

const NOBODY = '-';

/** Parts that hold nothing but who made the file and with what; a programme makes do with the empty ones. */
const EMPTIED: readonly (readonly [RegExp, string])[] = [
  [/^docProps\/core\.xml$/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'],
  [/^docProps\/app\.xml$/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'],
  [/^docProps\/custom\.xml$/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'],
];

/** Dropped with what refers to them: previews, data bound to fields, printer settings, signatures with their certificates. */
const DROPPED_FROM = ['docprops/thumbnail.', 'customxml/', '_xmlsignatures/'];

function isDropped(part: string): boolean {
  const name = part.toLowerCase();
  return DROPPED_FROM.some((start) => name.startsWith(start)) || name.includes('/printersettings/');
}

/** Attributes that name a person, in whatever part: tracked changes, comments, threads, locks. */
const NAMING = new Set(['author', 'initials', 'userid', 'username', 'providerid', 'displayname', 'lastmodifiedby', 'creator', 'manager', 'company']);
/** Elements that name a person or a path on her machine. */
const NAMING_ELEMENTS = new Set(['author', 'docvars', 'abspath', 'filesharing', 'presenceinfo', 'lastmodifiedby', 'creator']);

/**
 * A Word, Excel or PowerPoint file without its properties, its authors (also those of comments and tracked changes), the paths of the
 * machine it was written on, its preview and what its pictures say of where they were taken.
 */
export async function stripOffice(content: Buffer): Promise<Buffer> {
  await readZipDirectory(bytesOf(content), ZIP_LIMITS);
  const from = await JSZip.loadAsync(content);
  const to = new JSZip();
  const day = new Date(Date.UTC(1980, 0, 1));
  for (const [name, entry] of Object.entries(from.files)) {
    if (entry.dir || isDropped(name)) continue;
    to.file(name, await partOf(name, await entry.async('nodebuffer')), { date: day, createFolders: false });
  }
  return to.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

async function partOf(name: string, bytes: Buffer): Promise<Buffer | string> {
  const empty = EMPTIED.find(([pattern]) => pattern.test(name));
  if (empty) return empty[1];
  const strip = STRIPS.find(([pattern]) => pattern.test(name))?.[1];
  if (!strip) throw new Unstrippable(`part ${name.slice(name.lastIndexOf('.'))}`);
  return strip(bytes);
}

type Strip = (bytes: Buffer) => Buffer | string | Promise<Buffer>;

/** By the name of the part, the first that fits. A part of any other kind cannot be answered for. */
const STRIPS: readonly (readonly [RegExp, Strip])[] = [
  [/\.rels$/i, (bytes) => rewritten(bytes, relation)], [/^\[Content_Types\]\.xml$/, (bytes) => rewritten(bytes, contentType)], [/\.(xml|vml)$/i, (bytes) => rewritten(bytes, withoutPeople)],
  [/\.jpe?g$/i, stripJpeg], [/\.png$/i, stripPng], [/\.(docx|xlsx|pptx)$/i, (bytes) => stripOffice(bytes)],
  // Pictures and letters of formats that hold no properties of their own.
  [/\.(emf|wmf|gif|bmp|odttf|fntdata)$/i, (bytes) => bytes],
];

/** What becomes of a tag: the tag as it is to be written, or what stands instead of the element with all that is in it. */
type Edit = (tag: XmlToken) => string | { readonly instead: string };

/** A part without its comments, its tags edited one by one. */
function rewritten(bytes: Buffer, edit: Edit): string {
  if (/^\xff\xfe|^\xfe\xff/.test(bytes.subarray(0, 2).toString('latin1'))) throw new Unstrippable('encoding');
  const tokens = xmlTokens(bytes.toString('utf8'));
  const kept: string[] = [];
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    const edited = editedBy(edit, token);
    kept.push(typeof edited === 'string' ? edited : edited.instead);
    if (typeof edited !== 'string' && token.kind === 'open') passOver(tokens, token.name.toLowerCase());
  }
  return kept.join('');
}

function editedBy(edit: Edit, token: XmlToken): ReturnType<Edit> {
  if (token.kind === 'open' || token.kind === 'empty') return edit(token);
  return token.kind === 'comment' ? '' : token.raw;
}

/** To the end of an element, which may hold others of its name. One that never ends would take the rest of the part with it: it is refused. */
function passOver(tokens: Iterator<XmlToken, void, undefined>, name: string): void {
  let depth = 1;
  while (depth > 0) {
    const next = tokens.next();
    if (next.done) throw new Unstrippable('markup');
    if (next.value.name.toLowerCase() !== name) continue;
    if (next.value.kind === 'open') depth += 1;
    if (next.value.kind === 'close') depth -= 1;
  }
}

const withoutPeople: Edit = (tag) => {
  const local = localName(tag.name);
  if (!NAMING_ELEMENTS.has(local)) return withValues(tag, (name) => (NAMING.has(localName(name)) ? NOBODY : null));
  // Remarks in a spreadsheet refer to their authors by number: one without a name keeps its place.
  return { instead: local === 'author' ? `<${tag.name}>${NOBODY}</${tag.name}>` : '' };
};

/** The tag with other values where there is one; null leaves a value as it is. */
function withValues({ raw, attributes }: XmlToken, other: (name: string) => string | null): string {
  const pieces: string[] = [];
  let from = 0;
  for (const [name, , start, end] of attributes) {
    const value = other(name);
    if (value === null) continue;
    pieces.push(raw.slice(from, start), `"${value}"`);
    from = end;
  }
  return pieces.join('') + raw.slice(from);
}

const valueOf = ({ attributes }: XmlToken, wanted: string): string => attributes.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';

/** References to parts that were dropped, and to places on somebody's machine, go. */
const relation: Edit = (tag) => {
  if (localName(tag.name) !== 'relationship') return tag.raw;
  const target = valueOf(tag, 'target');
  if (/(^|\/)(customXml|_xmlsignatures|printerSettings)\//i.test(target) || /thumbnail\./i.test(target)) return { instead: '' };
  return /^(file:|[a-z]:[\\/]|\\\\)/i.test(target) ? withValues(tag, (name) => (name.toLowerCase() === 'target' ? 'about:blank' : null)) : tag.raw;
};

const contentType: Edit = (tag) =>
  localName(tag.name) === 'override' && /^\/(customXml|_xmlsignatures)\//i.test(valueOf(tag, 'partname')) ? { instead: '' } : tag.raw;
