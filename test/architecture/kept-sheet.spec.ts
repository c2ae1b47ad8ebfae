/// <reference lib="dom" />
import { Problem, Unreachable } from '../../web/src/api/problem.js';
import { readKept } from '../../web/src/features/scoring/sheet/kept-sheets.js';
import { SheetKeeper, type SentDraft, type SheetDoor } from '../../web/src/features/scoring/sheet/sheet-keeper.js';

type Sheet = Awaited<ReturnType<SheetDoor['read']>>;

const NAME = 'seat-of-hers mulan';
const marks = (points: string) => ({ need: { points, reason: '' } });

/** What a browser gives a page: a store on the device, and the word that the line is back. */
function aBrowser(): { lineReturns: () => void } {
  const kept = new Map<string, string>();
  const back = new Set<() => void>();
  Object.assign(globalThis, {
    localStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) },
    addEventListener: (event: string, listener: () => void) => void (event === 'online' && back.add(listener)),
    removeEventListener: (_: string, listener: () => void) => void back.delete(listener),
  });
  return { lineReturns: () => back.forEach((listener) => listener()) };
}

/** Keeps the newest version, and takes a sheet once for each key, as the platform does. */
class Server {
  line = true;
  /** What comes next arrives, but its answer is lost on the way. */
  losesNextAnswer = false;
  refusal: Problem | null = null;
  sheet = { entries: {}, comment: '', confidence: null, version: 1, status: 'draft', savedAt: null } as unknown as Sheet;
  readonly saves: SentDraft[] = [];
  readonly keys: string[] = [];

  readonly door: SheetDoor = {
    read: async () => this.answer(() => this.sheet),
    save: (body) => this.answer(() => {
      this.saves.push(body);
      return this.take(body, 'draft');
    }),
    submit: (body, key) => this.answer(() => {
      const again = this.keys.includes(key);
      this.keys.push(key);
      return again ? this.sheet : this.take(body, 'submitted');
    }),
  };

  private async answer(act: () => Sheet): Promise<Sheet> {
    if (!this.line) throw new Unreachable('no network');
    const sheet = act();
    if (!this.losesNextAnswer) return sheet;
    this.losesNextAnswer = false;
    throw new Unreachable('the answer was lost');
  }

  private take({ entries, comment, version }: SentDraft, status: string): Sheet {
    if (this.refusal) throw this.refusal;
    if (version !== this.sheet.version) throw new Problem(412, 'version_outdated', '评分已在别处修改');
    this.sheet = { ...this.sheet, entries, comment, version: version + 1, status, savedAt: new Date().toISOString() } as Sheet;
    return this.sheet;
  }
}

describe('a sheet on a phone', () => {
  let browser: ReturnType<typeof aBrowser>;
  let server: Server;
  const aPage = (): SheetKeeper => new SheetKeeper(NAME, server.door, server.sheet);

  beforeEach(() => {
    browser = aBrowser();
    server = new Server();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('goes as it stands now when the line returns, at once, and not again', async () => {
    const page = aPage();
    page.subscribe(() => undefined);
    server.line = false;
    page.change({ entries: marks('6') });
    await jest.advanceTimersByTimeAsync(800);
    expect([page.snapshot().saved, readKept(NAME)?.entries]).toEqual(['only_here', marks('6')]);
    page.change({ entries: marks('8') });
    server.line = true;
    browser.lineReturns();
    await jest.advanceTimersByTimeAsync(0);
    expect([page.snapshot().saved, server.saves.map(({ entries }) => entries), readKept(NAME)]).toEqual(['all', [marks('8')], null]);
    browser.lineReturns();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.saves).toHaveLength(1);
  });

  it('is tried again by itself where no word of the line comes', async () => {
    const page = aPage();
    page.subscribe(() => undefined);
    server.line = false;
    page.change({ entries: marks('6') });
    await jest.advanceTimersByTimeAsync(20_000);
    server.line = true;
    await jest.advanceTimersByTimeAsync(3_000);
    expect([page.snapshot().saved, server.saves]).toEqual(['all', [{ entries: marks('6'), comment: '', version: 1 }]]);
  });

  it('is handed in under one key, however often it is sent and though the page was closed meanwhile', async () => {
    const page = aPage();
    const leave = page.subscribe(() => undefined);
    page.change({ entries: marks('6') });
    await jest.advanceTimersByTimeAsync(800);
    server.losesNextAnswer = true;
    page.submit();
    await jest.advanceTimersByTimeAsync(0);
    expect(page.snapshot()).toMatchObject({ phase: 'submitting', saved: 'only_here' });
    leave();
    const again = new SheetKeeper(NAME, server.door, { ...server.sheet, status: 'draft' } as Sheet);
    again.subscribe(() => undefined);
    await jest.advanceTimersByTimeAsync(0);
    expect([again.snapshot().phase, new Set(server.keys).size, server.keys.length, readKept(NAME)]).toEqual(['submitted', 1, 2, null]);
  });

  it('goes on from its own version where only the answer was lost, and asks where it was changed elsewhere', async () => {
    const page = aPage();
    page.subscribe(() => undefined);
    server.losesNextAnswer = true;
    page.change({ entries: marks('6') });
    await jest.advanceTimersByTimeAsync(10_000);
    expect([page.snapshot().saved, page.snapshot().clash]).toEqual(['all', null]);
    server.sheet = { ...server.sheet, entries: marks('3'), version: 9 } as Sheet;
    page.change({ entries: marks('7') });
    await jest.advanceTimersByTimeAsync(10_000);
    expect(page.snapshot()).toMatchObject({ clash: { version: 9 }, entries: marks('7') });
    browser.lineReturns();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(server.sheet.entries).toEqual(marks('3'));
    page.settle('mine');
    await jest.advanceTimersByTimeAsync(800);
    expect([server.sheet.entries, page.snapshot().saved]).toEqual([marks('7'), 'all']);
  });

  it('is hers again when it is refused, and nothing is repeated by itself', async () => {
    const page = aPage();
    page.subscribe(() => undefined);
    server.refusal = new Problem(409, 'stage_not_open', '该评分环节未开始或已封存');
    page.submit();
    await jest.advanceTimersByTimeAsync(0);
    expect(page.snapshot()).toMatchObject({ phase: 'editing', trouble: server.refusal });
    const tries = server.keys.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.keys).toHaveLength(tries);
  });
});
