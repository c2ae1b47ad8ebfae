import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ClamdScanner, NoScanner, ScannerFailed } from '#libs/files';
import { ClamdServer, TEST_VIRUS, type Mood } from './clamd.fixture.js';

describe('the daemon of ClamAV', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clamd-'));
  let server: ClamdServer;
  afterEach(() => server?.stop());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe.each([['by TCP', undefined], ['by a socket file', join(folder, 'clamd.ctl')]])('%s', (_, path) => {
    it('gets every byte of a large file and finds nothing in it', async () => {
      server = new ClamdServer();
      const content = randomBytes(3_000_000);
      const scanner = new ClamdScanner(await server.start(path));
      expect(await scanner.scan(Readable.from([content.subarray(0, 70_000), content.subarray(70_000)]))).toEqual({ verdict: 'clean' });
      expect(server.seen[0]!.equals(content)).toBe(true);
    });

    it('names what it found', async () => {
      server = new ClamdServer();
      const scanner = new ClamdScanner(await server.start(path));
      expect(await scanner.scan(Readable.from([Buffer.from('before'), TEST_VIRUS]))).toEqual({ verdict: 'infected', finding: 'Eicar-Signature' });
    });
  });

  it.each<Mood>(['silent', 'hanging up', 'failing', 'babbling'])('gives no verdict when it is %s', async (mood) => {
    server = new ClamdServer();
    server.mood = mood;
    const scanner = new ClamdScanner(await server.start(), 200);
    await expect(scanner.scan(Readable.from([Buffer.from('content')]))).rejects.toBeInstanceOf(ScannerFailed);
  });

  it('gives no verdict on a file beyond its limit, although it answers before the end', async () => {
    server = new ClamdServer(100_000);
    const scanner = new ClamdScanner(await server.start(), 5_000);
    const parts = Array.from({ length: 50 }, () => randomBytes(65_536));
    await expect(scanner.scan(Readable.from(parts))).rejects.toBeInstanceOf(ScannerFailed);
  });

  it('gives no verdict when nobody listens, or when the file cannot be read', async () => {
    server = new ClamdServer();
    const address = await server.start();
    const broken = new Readable({ read() { this.destroy(new Error('disk')); } });
    await expect(new ClamdScanner(address).scan(broken)).rejects.toBeInstanceOf(ScannerFailed);
    await expect(new ClamdScanner(`unix:${join(folder, 'nobody.ctl')}`).scan(Readable.from(['x']))).rejects.toBeInstanceOf(ScannerFailed);
    await expect(new NoScanner().scan(Readable.from(['x']))).rejects.toBeInstanceOf(ScannerFailed);
  });
});
