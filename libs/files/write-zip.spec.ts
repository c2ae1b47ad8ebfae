import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { bytesOf, readZipDirectory, streamZip, zipLength, type ZippedFile } from '#libs/files';

const file = (name: string, content: Buffer, bytes = content.length): ZippedFile => ({ name, bytes, open: () => Readable.from([content.subarray(0, 10), content.subarray(10)]) });

describe('an archive made as it is sent', () => {
  const files = [file('申报书.pdf', randomBytes(200_000)), file('附件/01 登记证书（副本）.jpg', randomBytes(17)), file('清单.txt', Buffer.from('清单'))];

  it('is as long as was said, and another programme finds every name and byte in it', async () => {
    const archive = Buffer.concat(await streamZip(files).toArray());
    expect(archive.length).toBe(zipLength(files));
    const read = await JSZip.loadAsync(archive, { checkCRC32: true });
    for (const { name, open } of files) {
      expect(await read.file(name)!.async('nodebuffer')).toEqual(Buffer.concat(await (await open()).toArray()));
    }
    expect((await readZipDirectory(bytesOf(archive))).map(({ name }) => name).sort()).toEqual(files.map(({ name }) => name).sort());
  });

  it('fails where a file is shorter or longer than was said, instead of being a wrong archive', async () => {
    for (const bytes of [9, 11]) await expect(streamZip([file('a', Buffer.alloc(10), bytes)]).toArray()).rejects.toThrow('bytes instead of');
  });

  it('is the same archive when the files are the same', async () => {
    const [one, other] = await Promise.all([streamZip(files).toArray(), streamZip(files).toArray()]);
    expect(Buffer.concat(one).equals(Buffer.concat(other))).toBe(true);
  });
});
