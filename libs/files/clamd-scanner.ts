import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { MalwareScanner, ScannerFailed, type ScanResult } from './malware-scanner.js';

/** The longest that clamd may take for one file; an archive of 50 MB needs seconds. */
const PATIENCE_MS = 120_000;
const LONGEST_REPLY = 4096;

/**
 * ClamAV's daemon by its INSTREAM command (clamd(8)): the bytes go over the socket in parts of a four-byte length and that many
 * bytes, a part of length nought ends them, and one line comes back.
 */
export class ClamdScanner extends MalwareScanner {
  override readonly configured = true;

  /** @param address `tcp://host:port` or `unix:/path/of/the/socket` */
  constructor(
    private readonly address: string,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    super();
  }

  override async scan(content: Readable): Promise<ScanResult> {
    const socket = this.connect();
    const reply = replyOf(socket, this.patienceMs);
    const sending = send(content, socket).then(() => reply);
    try {
      // clamd may answer before it has everything, as when the file is longer than its limit.
      return verdictOf(await Promise.race([reply, sending]));
    } catch (error) {
      throw error instanceof ScannerFailed ? error : new ScannerFailed(`clamd: ${String(error)}`, { cause: error });
    } finally {
      sending.catch(() => undefined);
      reply.catch(() => undefined);
      socket.destroy();
      content.destroy();
    }
  }

  private connect(): Socket {
    if (this.address.startsWith('unix:')) return connect({ path: this.address.slice('unix:'.length) });
    const { hostname, port } = new URL(this.address);
    return connect({ host: hostname, port: Number(port) });
  }
}

async function send(content: Readable, socket: Socket): Promise<void> {
  for await (const part of inFrames(content)) {
    if (!socket.write(part)) await once(socket, 'drain');
  }
}

async function* inFrames(content: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const part of content as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    yield Buffer.concat([length, part]);
  }
  yield Buffer.alloc(4);
}

/** The line that comes back, without its closing NUL. */
function replyOf(socket: Socket, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(new ScannerFailed(`clamd gave no verdict within ${patienceMs} ms`)), patienceMs);
    let text = '';
    socket.on('data', (part: Buffer) => {
      text += part.toString('utf8');
      if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')));
      else if (text.length > LONGEST_REPLY) socket.destroy(new ScannerFailed('clamd answered at too great a length'));
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(timer);
      reject(new ScannerFailed('clamd ended the conversation without a verdict'));
    });
  });
}

/** Whatever is not plainly one of the two verdicts is none: nothing is clean by default. */
function verdictOf(reply: string): ScanResult {
  if (reply === 'stream: OK') return { verdict: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (found === undefined) throw new ScannerFailed(`clamd: ${reply}`);
  return { verdict: 'infected', finding: found.slice(0, 200) };
}
