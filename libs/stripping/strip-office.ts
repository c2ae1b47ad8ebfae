import JSZip from 'jszip';
import { bytesOf, readZipDirectory, ZIP_LIMITS } from '#libs/files';
import { stripJpeg, stripPng } from './strip-picture.js';
import { Unstrippable } from './unstrippable.js';

const NOBODY = '-';

/** Parts that hold nothing but who made the file and with what; a programme makes do with the empty ones. */
const EMPTIED: readonly (readonly [RegExp, string])[] = [
  [/^docProps\/core\.xml$/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'],
  [/^docProps\/app\.xml$/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'],
  [/^docProps\/custom\.xml$/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'],
];

/** Dropped with what refers to them: previews, data bound to fields, printer settings, signatures with their certificates. */
const DROPPED = /^(docProps\/thumbnail\.|customXml\/|_xmlsignatures\/|.*\/printerSettings\/)/i;

/** Attributes that name a person, in whatever part: tracked changes, comments, threads, locks. */
const NAMING = /(\s(?:\w+:)?(?:author|initials|userId|userName|providerId|displayName|lastModifiedBy|creator|manager|company)\s*=\s*)("[^"]*"|'[^']*')/gi;
/** Elements that name a person or a path on her machine. */
const NAMING_ELEMENTS = /(<((?:\w+:)?(?:author|docVars|absPath|fileSharing|presenceInfo|lastModifiedBy|creator))(?=[\s/>])[^>]*?)(\/>|>[\s\S]*?<\/\2\s*>)/gi;

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
    if (entry.dir || DROPPED.test(name)) continue;
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

const withoutDropped: Strip = (bytes) => bytes.toString('utf8').replace(/<Override\b[^>]*PartName\s*=\s*"\/(?:customXml|_xmlsignatures)\/[^>]*\/>/gi, '');

/** By the name of the part, the first that fits. A part of any other kind cannot be answered for. */
const STRIPS: readonly (readonly [RegExp, Strip])[] = [
  [/\.rels$/i, (bytes) => relationsOf(bytes.toString('utf8'))], [/^\[Content_Types\]\.xml$/, withoutDropped], [/\.(xml|vml)$/i, (bytes) => withoutPeople(bytes)],
  [/\.jpe?g$/i, stripJpeg], [/\.png$/i, stripPng], [/\.(docx|xlsx|pptx)$/i, (bytes) => stripOffice(bytes)],
  // Pictures and letters of formats that hold no properties of their own.
  [/\.(emf|wmf|gif|bmp|odttf|fntdata)$/i, (bytes) => bytes],
];

function withoutPeople(bytes: Buffer): string {
  const xml = /^\xff\xfe|^\xfe\xff/.test(bytes.subarray(0, 2).toString('latin1')) ? null : bytes.toString('utf8');
  if (xml === null) throw new Unstrippable('encoding');
  return xml
    .replace(NAMING_ELEMENTS, (whole: string, _open: string, tag: string) => (/author$/i.test(tag) && !/^<\w+:?author[^>]*\/>/i.test(whole) ? `<${tag}>${NOBODY}</${tag}>` : ''))
    .replace(NAMING, `$1"${NOBODY}"`)
    .replace(/<!--[\s\S]*?-->/g, '');
}

/** References to parts that were dropped, and to places on somebody's machine, go. */
function relationsOf(xml: string): string {
  return xml.replace(/<Relationship\b[^>]*\/>/gi, (one) => {
    const target = /\bTarget\s*=\s*"([^"]*)"/i.exec(one)?.[1] ?? '';
    if (/(^|\/)(customXml|_xmlsignatures|printerSettings)\//i.test(target) || /thumbnail\./i.test(target)) return '';
    return /^(file:|[a-z]:[\\/]|\\\\)/i.test(target) ? one.replace(target, 'about:blank') : one;
  });
}
