/// <reference lib="dom" />
import { Problem, Unreachable } from '../../web/src/api/problem.js';
import { DraftKeeper, type DraftServer } from '../../web/src/features/applications/form/draft-keeper.js';

type Answers = Record<string, Record<string, unknown>>;

const opened = { answers: { proposal: { summary: '' } }, version: 1, faults: [] } as unknown as ConstructorParameters<typeof DraftKeeper>[3];

/** What a browser gives a page: a store on the device and events. */
function aBrowser(): void {
  const kept = new Map<string, string>();
  const localStorage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
  const events = { addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.assign(globalThis, { localStorage, ...events, document: { ...events, visibilityState: 'visible' } });
}

/** Answers each save as it is told to, and remembers what it was given. */
class Server implements DraftServer {
  readonly saved: Answers[] = [];
  refusal: Error | null = null;

  async save(answers: object, version: number): ReturnType<DraftServer['save']> {
    if (this.refusal) throw this.refusal;
    this.saved.push(answers as Answers);
    return { version: version + 1, savedAt: new Date().toISOString(), faults: [] } as never;
  }

  async read(): ReturnType<DraftServer['read']> {
    return opened;
  }
}

/** A page with one field. */
function aPage(server: Server) {
  const keeper = new DraftKeeper('one', 'me', server, opened);
  let answers = keeper.open() as Answers;
  keeper.start({ read: () => answers, write: (_, given) => void (answers = given as Answers) });
  const type = (summary: string): void => {
    answers = { proposal: { summary } };
    keeper.changed();
  };
  return { keeper, type, shown: () => answers.proposal!.summary };
}

describe('what is typed into a draft', () => {
  beforeEach(() => {
    aBrowser();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('is there again after the browser was killed a quarter of a second later, though the server never had it', async () => {
    const server = new Server();
    server.refusal = new Unreachable('no network');
    aPage(server).type('木兰妈妈课堂');
    await jest.advanceTimersByTimeAsync(250);
    const again = aPage(server);
    expect([again.shown(), again.keeper.state().restored, server.saved]).toEqual(['木兰妈妈课堂', true, []]);
  });

  it('waits on the device while the session has ended or the network is gone, and reaches the server once it is back', async () => {
    const server = new Server();
    const page = aPage(server);
    server.refusal = new Problem(401, 'signed_out', '请重新登录');
    page.type('写到一半');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(page.keeper.state()).toMatchObject({ saving: false, savedAt: null, trouble: { kind: 'session' } });
    expect(page.keeper.hasUnsaved()).toBe(true);
    server.refusal = null;
    page.keeper.retry();
    await jest.advanceTimersByTimeAsync(0);
    expect(server.saved).toEqual([{ proposal: { summary: '写到一半' } }]);
    expect([page.keeper.hasUnsaved(), page.keeper.state().trouble]).toEqual([false, null]);
  });

  it('is sent again once it was changed after a refusal, without being asked', async () => {
    const server = new Server();
    const page = aPage(server);
    server.refusal = new Problem(422, 'too_long', '内容过长');
    page.type('太长的一段');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(page.keeper.state().trouble).toEqual({ kind: 'refused', sentence: '内容过长' });
    server.refusal = null;
    page.type('短了');
    await jest.advanceTimersByTimeAsync(2_000);
    expect([server.saved, page.keeper.state().trouble]).toEqual([[{ proposal: { summary: '短了' } }], null]);
  });

  it('reaches the server within five seconds also where nobody pauses', async () => {
    const server = new Server();
    const page = aPage(server);
    for (let at = 0; at < 16; at += 1) {
      page.type(`第 ${at} 字`);
      await jest.advanceTimersByTimeAsync(300);
    }
    expect(server.saved.length).toBeGreaterThan(0);
  });
});
