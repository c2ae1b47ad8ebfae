import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The harmless text by which scanners are tried (EICAR), here in two halves so that no scanner takes this file for it. */
export const TEST_VIRUS = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

export type Mood = 'working' | 'silent' | 'hanging up' | 'failing' | 'babbling';

/** A daemon in the test's own process that speaks INSTREAM as clamd does, over TCP or a socket file. */
export class ClamdServer {
  mood: Mood = 'working';
  /** The bytes of every stream that came whole. */
  readonly seen: Buffer[] = [];
  private readonly open = new Set<Socket>();
  private readonly server: Server = createServer((socket) => this.talk(socket));

  constructor(private readonly limit = 26_214_400) {}

  /** @param path a socket file; a free port when left out. Answers the address for the setting. */
  async start(path?: string): Promise<string> {
    await new Promise<void>((resolve) => (path === undefined ? this.server.listen(0, '127.0.0.1', resolve) : this.server.listen(path, resolve)));
    return path === undefined ? `tcp://127.0.0.1:${(this.server.address() as AddressInfo).port}` : `unix:${path}`;
  }

  async stop(): Promise<void> {
    this.open.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket): void {
    this.open.add(socket);
    let waiting = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('close', () => this.open.delete(socket));
    if (this.mood === 'hanging up') return void socket.destroy();
    socket.on('data', (part: Buffer) => {
      waiting = Buffer.concat([waiting, part]);
      if (waiting.length > this.limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const content = wholeStream(waiting);
      if (content) this.answer(socket, content);
    });
  }

  private answer(socket: Socket, content: Buffer): void {
    this.seen.push(content);
    if (this.mood === 'silent') return;
    if (this.mood === 'failing') return void socket.end('stream: Can\'t allocate memory ERROR\0');
    if (this.mood === 'babbling') return void socket.end('x'.repeat(10_000));
    socket.end(content.includes(TEST_VIRUS) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
  }
}

const COMMAND = Buffer.from('zINSTREAM\0');

/** The bytes of a stream that has come to its end; undefined while parts are missing. */
function wholeStream(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, COMMAND.length).equals(COMMAND)) return undefined;
  const parts: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
