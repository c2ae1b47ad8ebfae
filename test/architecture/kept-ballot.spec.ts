/// <reference lib="dom" />
import { Problem, Unreachable } from '../../web/src/api/problem.js';
import type { BallotView } from '../../web/src/api/index.js';
import { BallotSender } from '../../web/src/features/scoring/ballot/ballot-sender.js';
import { keepOrder, readOrder } from '../../web/src/features/scoring/ballot/kept-order.js';

const SEAT = 'seat-of-hers';
const ORDER = ['mulan', 'rainbow', 'neighbours'];

/** What a browser gives a page: a store on the device. */
function aDevice(): void {
  const kept = new Map<string, string>();
  Object.assign(globalThis, { localStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) } });
}

/** Takes a ballot once for each key, as the platform does; without a network no answer comes. */
class Server {
  network = true;
  /** The next ballot arrives, but its answer is lost on the way. */
  losesNextAnswer = false;
  refusal: Problem | null = null;
  readonly calls: { key: string; order: readonly string[] }[] = [];
  readonly counted = new Map<string, readonly string[]>();

  readonly post = async ({ order }: { order: string[]; version: number }, key: string): Promise<BallotView> => {
    this.calls.push({ key, order });
    if (!this.network) throw new Unreachable('no network');
    if (this.refusal) throw this.refusal;
    if (!this.counted.has(key)) this.counted.set(key, order);
    if (this.losesNextAnswer) {
      this.losesNextAnswer = false;
      throw new Unreachable('the answer was lost');
    }
    return { seatId: SEAT, status: 'submitted' } as BallotView;
  };
}

/** The page as it stands open on her phone. */
function aPage(server: Server) {
  const told = { waiting: [] as boolean[], sent: 0, refused: [] as unknown[] };
  const sender = new BallotSender(SEAT, server.post, {
    onWaiting: (waiting) => void told.waiting.push(waiting),
    onSent: async () => void (told.sent += 1),
    onRefused: (error) => void told.refused.push(error),
  });
  return { sender, told };
}

const refusal = new Problem(409, 'stage_not_open', '该评分环节未开始或已封存');

describe('a ballot that is handed in from a phone', () => {
  beforeEach(() => {
    aDevice();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('waits on the device without a network, is repeated by itself with one key, and counts once', async () => {
    const server = new Server();
    server.network = false;
    const { sender, told } = aPage(server);
    await sender.submit(ORDER, 3);
    expect([sender.waits, told.waiting, told.sent]).toEqual([true, [true], 0]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(server.calls.length).toBeGreaterThan(2);
    server.network = true;
    server.losesNextAnswer = true;
    await jest.advanceTimersByTimeAsync(10_000);
    expect([told.sent, sender.waits, told.waiting.at(-1)]).toEqual([1, false, false]);
    expect(new Set(server.calls.map(({ key }) => key)).size).toBe(1);
    expect([...server.counted.values()]).toEqual([ORDER]);
    const sends = server.calls.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.calls).toHaveLength(sends);
  });

  it('goes on with the same key when the page was closed and is opened again', async () => {
    const server = new Server();
    server.network = false;
    const before = aPage(server);
    await before.sender.submit(ORDER, 3);
    before.sender.rest();
    server.network = true;
    const again = aPage(server);
    expect(again.sender.waits).toBe(true);
    again.sender.resume();
    await jest.advanceTimersByTimeAsync(0);
    expect([again.told.sent, again.sender.waits, readOrder(SEAT)]).toEqual([1, false, null]);
    expect([new Set(server.calls.map(({ key }) => key)).size, server.counted.size]).toEqual([1, 1]);
  });

  it('can be taken back before it has arrived: nothing is sent any more, and her order is still there', async () => {
    const server = new Server();
    server.network = false;
    const { sender, told } = aPage(server);
    await sender.submit(ORDER, 3);
    sender.takeBack();
    server.network = true;
    await jest.advanceTimersByTimeAsync(60_000);
    expect([sender.waits, told.waiting.at(-1), server.counted.size]).toEqual([false, false, 0]);
    expect(readOrder(SEAT)).toEqual({ order: ORDER, version: 3 });
  });

  it('is hers again when the server refuses it, at once or after it has waited, and its key is not used again', async () => {
    const server = new Server();
    server.refusal = refusal;
    const first = aPage(server);
    await expect(first.sender.submit(ORDER, 3)).rejects.toBe(refusal);
    expect([first.sender.waits, readOrder(SEAT)]).toEqual([false, { order: ORDER, version: 3 }]);
    server.network = false;
    await first.sender.submit(ORDER, 3);
    server.network = true;
    await jest.advanceTimersByTimeAsync(10_000);
    expect([first.told.refused, first.sender.waits, first.told.waiting.at(-1)]).toEqual([[refusal], false, false]);
    const calls = server.calls.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.calls).toHaveLength(calls);
    expect(server.calls[0]!.key).not.toBe(server.calls.at(-1)!.key);
  });

  it('is kept though the device refuses to store, and what stands there in another shape is no ballot', () => {
    localStorage.setItem(`qiongxiang.ballot.${SEAT}`, '{broken');
    expect(readOrder(SEAT)).toBeNull();
    Object.assign(globalThis, { localStorage: { setItem: () => { throw new Error('full'); }, getItem: () => null, removeItem: () => undefined } });
    expect(() => keepOrder(SEAT, { order: ORDER, version: 1 })).not.toThrow();
  });
});
