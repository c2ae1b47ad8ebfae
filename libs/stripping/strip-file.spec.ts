import { PDFDocument } from '@cantoo/pdf-lib';
import JSZip from 'jszip';
import type { FileKind } from '#libs/files';
import { aDrawnPdf, DRAWN, RULED } from './drawn.fixture.js';
import { aDocx, aPdf, aPhotograph, aPicture, anXlsx } from './planted.fixture.js';
import { stripFile, textOfFile } from './index.js';

const NAME = 'Li-Mulan-Centre';

/** Every byte of it, also of what is packed inside, and in the two ways a PDF writes text. */
async function everyByte(kind: FileKind, content: Buffer): Promise<string> {
  const hex = Buffer.from(NAME).toString('hex');
  if (kind === 'pdf') {
    const pdf = await PDFDocument.load(content, { updateMetadata: false });
    const unpacked = pdf.context.enumerateIndirectObjects().map(([, object]) => object.toString()).join('\n');
    return `${content.toString('latin1')}\n${unpacked}`.replaceAll(new RegExp(hex, 'gi'), NAME).replaceAll(new RegExp([...Buffer.from(NAME, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join(''), 'gi'), NAME);
  }
  if (kind === 'jpeg' || kind === 'png') return content.toString('utf8');
  const zip = await JSZip.loadAsync(content);
  const parts = await Promise.all(Object.entries(zip.files).map(async ([name, entry]) => `${name}\n${(await entry.async('nodebuffer')).toString('utf8')}`));
  return parts.join('\n');
}

const PLANTED: readonly (readonly [FileKind, () => Promise<Buffer> | Buffer])[] = [
  ['pdf', () => aPdf(NAME, 'a class for mothers')], ['docx', () => aDocx(NAME, 'a class for mothers')], ['xlsx', () => anXlsx(NAME, 'a class for mothers')],
  ['jpeg', () => aPhotograph(NAME)], ['png', () => aPicture(NAME)],
];

describe('the hidden properties of a file', () => {
  it.each(PLANTED)('of the kind %s name nobody once it is stripped', async (kind, make) => {
    const planted = await make();
    expect(await everyByte(kind, planted)).toContain(NAME);
    expect(await everyByte(kind, await stripFile(kind, planted))).not.toContain(NAME);
  });

  it.each(PLANTED.slice(0, 3))('go, and what is read in a %s stays', async (kind, make) => {
    const { text, unread } = await textOfFile(kind, await stripFile(kind, await make()));
    expect(text).toContain('a class for mothers');
    // Both have a picture in them, of which nobody has read a word.
    expect(unread).toBe(kind !== 'xlsx');
  });

  it('leave a photograph the right way up', async () => {
    const stripped = await stripFile('jpeg', aPhotograph(NAME));
    const exif = stripped.indexOf('Exif\0\0', 0, 'latin1');
    expect(stripped.readUInt16BE(exif + 6 + 18)).toBe(6);
    expect(stripped.subarray(-2).toString('hex')).toBe('ffd9');
  });

  it('are no reason to hand out what cannot be stripped for certain', async () => {
    await expect(stripFile('mp4', Buffer.from('film'))).rejects.toThrow('cannot be taken out');
    await expect(stripFile('pdf', Buffer.from('%PDF-1.7 broken'))).rejects.toThrow('cannot be taken out');
    const zip = await JSZip.loadAsync(await aDocx(NAME, 'text'));
    zip.file('word/embeddings/oleObject1.bin', NAME);
    await expect(stripFile('docx', await zip.generateAsync({ type: 'nodebuffer' }))).rejects.toThrow('part .bin');
  });

  it.each(['<', '<!--', '<w:author ', '<w:author>', '<a b="', '&', ' '])('are looked for in 2 MB of %j in time that grows with the file and no faster', async (piece) => {
    const zip = await JSZip.loadAsync(await aDocx(NAME, 'text'));
    // Not packed: what packs too well is refused before a part of it is read.
    zip.file('word/hostile.xml', piece.repeat(Math.ceil(2_000_000 / piece.length)));
    const hostile = await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
    const before = process.cpuUsage();
    const reason = await stripFile('docx', hostile).then((stripped) => textOfFile('docx', stripped)).then(() => 'handled', (error: unknown) => String(error));
    const { user, system } = process.cpuUsage(before);
    expect(reason).toBe(piece === '&' || piece === ' ' ? 'handled' : 'Unstrippable: The properties of the file cannot be taken out: markup');
    expect((user + system) / 1e6).toBeLessThan(5);
  });

  it('leave a picture that stands in a text unread, in a document as on a page', async () => {
    const zip = await JSZip.loadAsync(await aDocx(NAME, 'a class for mothers'));
    zip.remove('word/media/image1.jpeg');
    expect(await textOfFile('docx', await zip.generateAsync({ type: 'nodebuffer' }))).toMatchObject({ unread: true });
    zip.remove('docProps/thumbnail.jpeg');
    expect(await textOfFile('docx', await zip.generateAsync({ type: 'nodebuffer' }))).toMatchObject({ unread: false });
    expect(await textOfFile('pdf', await aPdf(NAME, 'a class for mothers'))).toMatchObject({ unread: true });
    expect(await textOfFile('pdf', await aPdf(NAME, 'a class for mothers', false))).toMatchObject({ unread: false });
  });

  it.each(['a:custGeom', 'w14:contentPart'])('leave %s unread, which is drawn and no text, and a shape of the programme’s own list read', async (drawn) => {
    const zip = await JSZip.loadAsync(await aDocx(NAME, 'a class for mothers', false));
    zip.remove('docProps/thumbnail.jpeg');
    const part = await zip.file('word/document.xml')!.async('string');
    const withShape = async (shape: string) => {
      zip.file('word/document.xml', part.replace('</w:body>', `<w:p><w:r>${shape}</w:r></w:p></w:body>`));
      return textOfFile('docx', await stripFile('docx', await zip.generateAsync({ type: 'nodebuffer' })));
    };
    expect(await withShape('<a:prstGeom prst="rect"/>')).toMatchObject({ unread: false });
    expect(await withShape(`<${drawn} r:id="1"/>`)).toMatchObject({ unread: true, text: expect.stringContaining('a class for mothers') });
  });

  it('are told apart from a picture, of which nobody has read a word', async () => {
    expect(await textOfFile('jpeg', aPhotograph(NAME))).toEqual({ text: '', unread: true, unreadPages: [] });
  });
});

describe('what is drawn on a page', () => {
  it.each(Object.keys(DRAWN))('is told with its page: %s', async (what) => {
    const pdf = await stripFile('pdf', await aDrawnPdf(DRAWN[what]!));
    expect(await textOfFile('pdf', pdf)).toMatchObject({ unread: true, unreadPages: [2], text: expect.stringContaining('Forty meetings') });
  });

  it.each(Object.keys(RULED))('is no drawing where it only rules the page: %s', async (what) => {
    const pdf = await stripFile('pdf', await aDrawnPdf(RULED[what]!));
    expect(await textOfFile('pdf', pdf)).toMatchObject({ unread: false, unreadPages: [] });
  });

  it('is told with its page where it is a picture or leaves no text', async () => {
    const pdf = await PDFDocument.load(await aPdf(NAME, 'a class for mothers'));
    pdf.addPage();
    expect(await textOfFile('pdf', Buffer.from(await pdf.save()))).toMatchObject({ unread: true, unreadPages: [1, 2] });
  });
});
