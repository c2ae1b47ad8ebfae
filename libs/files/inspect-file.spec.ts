import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { DomainError } from '#libs/errors';
import { LocalDiskFiles, attachmentHeader, bytesOf, downloadName, inspectFile, receiveFile, removeAbandoned } from '#libs/files';
import type { FileKind } from '#libs/files';
import { zip, type Part } from '../../test/support/archive.js';

const word = (...more: Part[]): Part[] => [{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }, ...more];

function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(17);
  header.write('IHDR', 'latin1');
  header.writeUInt32BE(width, 4);
  header.writeUInt32BE(height, 8);
  header.writeUInt8(8, 12);
  header.writeUInt8(2, 13);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const data = Buffer.concat([Buffer.alloc(4), Buffer.from([0, 0, 0, 0]), Buffer.from('IDAT'), Buffer.alloc(40)]);
  return Buffer.concat([signature, header, data]);
}

function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 0, 0x11, 0]);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 12]), Buffer.alloc(10)]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), comment, frame, Buffer.alloc(40)]);
}

const accept: FileKind[] = ['pdf', 'docx', 'xlsx', 'png', 'jpeg'];
const rules = { accept, maxBytes: 5_000_000 };
const inspect = (content: Buffer | string): Promise<FileKind> => inspectFile(bytesOf(Buffer.from(content)), rules);

describe('inspectFile', () => {
  it('tells a kind by the content', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('预算').addRow(['科目', 1]);
    expect(await inspect('%PDF-1.7\n%âãÏÓ\n')).toBe('pdf');
    expect(await inspect(zip(word()))).toBe('docx');
    expect(await inspect(Buffer.from(await workbook.xlsx.writeBuffer()))).toBe('xlsx');
    expect(await inspect(png(800, 600))).toBe('png');
    expect(await inspect(jpeg(800, 600))).toBe('jpeg');
  });

  it.each([
    ['a page of HTML', '<!DOCTYPE html><script>alert(1)</script>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a programme', Buffer.from('\x7fELF\x02\x01\x01' + '\0'.repeat(60), 'latin1')],
    ['text', '章程'],
    ['an archive that is no office file', zip([{ name: 'a.txt' }])],
    ['an archive inside an archive', zip([{ name: 'inner.zip', content: zip([{ name: 'inner.zip' }]) }])],
    ['two office files in one', zip(word({ name: 'xl/workbook.xml' }))],
    ['HTML before the mark of a PDF', '<html></html>%PDF-1.7'],
  ])('does not accept %s', async (_what, content) => {
    await expect(inspect(content)).rejects.toMatchObject({ kind: 'invalid', code: 'file.kind-not-accepted' });
  });

  it('accepts only what the rules of the place name', async () => {
    const onlyPdf = { accept: ['pdf'] as const, maxBytes: 1000 };
    await expect(inspectFile(bytesOf(png(1, 1)), onlyPdf)).rejects.toMatchObject({
      code: 'file.kind-not-accepted',
      facts: { accepted: ['pdf'] },
    });
  });

  it('refuses an empty file and one over the limit', async () => {
    await expect(inspect('')).rejects.toMatchObject({ code: 'file.empty' });
    await expect(inspect(Buffer.alloc(5_000_001))).rejects.toMatchObject({ code: 'file.too-large' });
  });

  it('refuses macros', async () => {
    await expect(inspect(zip(word({ name: 'word/vbaProject.bin' })))).rejects.toMatchObject({
      code: 'file.carries-code',
    });
  });

  it.each([
    ['64,000 × 64,000 PNG', png(64_000, 64_000)],
    ['65,000 × 65,000 JPEG', jpeg(65_000, 65_000)],
  ])('refuses a %s by its header', async (_what, content) => {
    await expect(inspect(content)).rejects.toMatchObject({ code: 'file.image-too-large' });
  });
});

describe('archives that would burst', () => {
  it.each([
    ['one huge entry', zip(word({ name: 'word/media/a.bin', content: Buffer.alloc(50_000_000) })), 'file.archive-bomb'],
    ['a declared ten gigabytes', zip([...word(), ...Array.from({ length: 5 }, (_, i) => ({ name: `word/${i}`, declared: 4_000_000_000 }))]), 'file.archive-bomb'],
    ['too many entries', zip(word(...Array.from({ length: 2001 }, (_, i) => ({ name: `word/${i}` })))), 'file.archive-bomb'],
    ['a climbing name', zip(word({ name: '../../etc/cron.d/x' })), 'file.archive-broken'],
    ['an absolute name', zip(word({ name: '/etc/cron.d/x' })), 'file.archive-broken'],
    ['the same name twice', zip([...word(), ...word()]), 'file.archive-broken'],
    ['bytes that the directory does not name', zip(word(), Buffer.from('PK\x03\x04hidden')), 'file.archive-broken'],
    ['a lost end', zip(word()).subarray(0, -1), 'file.archive-broken'],
  ])('refuses %s within a second and without unpacking', async (_what, content, code) => {
    const before = process.memoryUsage().rss;
    const begun = performance.now();
    await expect(inspect(content)).rejects.toMatchObject({ kind: 'invalid', code });
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('answers every mutilated archive with a refusal, never with a crash', async () => {
    const whole = zip(word({ name: 'word/media/图.png', content: png(10, 10) }));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, value, cut) => {
        const mutilated = Buffer.from(whole).subarray(0, Math.max(at + 1, cut));
        mutilated.writeUInt8(value, at);
        const outcome = await inspect(mutilated).catch((error: unknown) => error);
        expect(outcome === 'docx' || outcome instanceof DomainError).toBe(true);
      }),
    );
  });
});

describe('receiveFile', () => {
  it('keeps what is accepted and nothing of what is refused', async () => {
    const root = await mkdtemp(join(tmpdir(), 'received-'));
    const spoolFolder = join(root, 'spool');
    const reception = { store: new LocalDiskFiles(join(root, 'kept')), rules, spoolFolder };
    const received = await receiveFile(Readable.from([png(8, 8)]), reception);
    expect(received).toMatchObject({ kind: 'png', mime: 'image/png', extension: 'png', size: png(8, 8).length });
    expect(await reception.store.verify(received.sha256)).toBe('intact');
    await expect(receiveFile(Buffer.from('<html>'), reception)).rejects.toMatchObject({ kind: 'invalid' });
    expect(await readdir(spoolFolder)).toEqual([]);
    await rm(root, { recursive: true });
  });
});

describe('removeAbandoned', () => {
  it('removes old half-written uploads and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'spool-'));
    const old = new Date('2026-01-01T00:00:00Z');
    for (const name of ['old.part', 'new.part', 'other.txt']) await writeFile(join(folder, name), '');
    for (const name of ['old.part', 'other.txt']) await utimes(join(folder, name), old, old);
    expect(await removeAbandoned(folder, new Date('2026-02-01T00:00:00Z'))).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['new.part', 'other.txt']);
    expect(await removeAbandoned(join(folder, 'never-made'), old)).toBe(0);
    await rm(folder, { recursive: true });
  });
});

describe('downloadName', () => {
  it.each([
    ['章程（2026）.PDF', '章程（2026）.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\a\\合同.exe', '合同.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie_ x.pdf'],
    ['\0', '文件.pdf'],
    ['...', '文件.pdf'],
    ['长'.repeat(300), `${'长'.repeat(80)}.pdf`],
  ])('makes %j into %j', (given, shown) => {
    expect(downloadName(given, 'pdf')).toBe(shown);
  });

  it('is always offered as an attachment in plain ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = attachmentHeader(downloadName(name, 'pdf'));
        expect(header).toMatch(/^attachment; filename="file\.pdf"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
      }),
    );
  });
});
