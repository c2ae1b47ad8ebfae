import { Attempts } from '../../web/src/api/attempts.js';
import { boundKey } from '../../web/src/api/bound-key.js';
import { ask } from '../../web/src/api/client.js';
import { Problem, Unreachable } from '../../web/src/api/problem.js';

/** Holds each key to the content that it first came with, as the platform does; answers can be lost on the way. */
class Server {
  readonly done: string[] = [];
  losesNextAnswer = false;
  private readonly keys = new Map<string, string>();

  readonly fetch = async (request: Request): Promise<Response> => {
    const [key, content] = [request.headers.get('Idempotency-Key')!, await request.text()];
    const before = this.keys.get(key);
    if (before !== undefined && before !== content) return Response.json({ code: 'idempotency_key_reused', detail: '未执行' }, { status: 422 });
    if (before === undefined) this.done.push(content);
    this.keys.set(key, content);
    if (!this.losesNextAnswer) return Response.json({});
    this.losesNextAnswer = false;
    throw new TypeError('the answer was lost');
  };
}

/** A button of a page. */
function aButton(server: Server) {
  const attempts = new Attempts();
  const stale: boolean[] = [];
  globalThis.fetch = ((request: Request) => server.fetch(request)) as typeof fetch;
  const press = async (words: string): Promise<unknown> => {
    const error = await ask('POST', 'http://platform/api/things', { body: { words }, idempotencyKey: attempts.key }).then(() => null, (problem: unknown) => problem);
    stale.push(attempts.ended(error));
    return error;
  };
  return { press, stale };
}

describe('a command whose answer was lost', () => {
  const before = { fetch: globalThis.fetch, storage: (globalThis as { localStorage?: unknown }).localStorage };
  let server: Server;
  beforeEach(() => {
    server = new Server();
    Object.assign(globalThis, { localStorage: { getItem: () => null } });
  });
  afterAll(() => void Object.assign(globalThis, { fetch: before.fetch, localStorage: before.storage }));

  it('is done once, however often the same is sent', async () => {
    const { press } = aButton(server);
    server.losesNextAnswer = true;
    expect(await press('木兰')).toBeInstanceOf(Unreachable);
    expect([await press('木兰'), server.done]).toEqual([null, ['{"words":"木兰"}']]);
  });

  it('does not make the server refuse what was changed since, and the page reads what may have been done', async () => {
    const { press, stale } = aButton(server);
    server.losesNextAnswer = true;
    await press('木兰');
    expect(await press('木兰课堂')).toBeNull();
    expect([server.done, stale]).toEqual([['{"words":"木兰"}', '{"words":"木兰课堂"}'], [true, true]]);
  });

  it('is a new one after an answer: the same words are done again', async () => {
    const { press } = aButton(server);
    await press('木兰');
    await press('木兰');
    expect(server.done).toHaveLength(2);
  });

  it('has the page read anew also where the second attempt is refused, for the first may be the reason', () => {
    const attempts = new Attempts();
    const refusal = new Problem(409, 'not_editable', '已提交');
    expect([attempts.ended(refusal), attempts.ended(new Unreachable('lost')), attempts.ended(refusal), attempts.ended(refusal)]).toEqual([false, true, true, false]);
  });

  it('bears a key that the server takes', () => {
    expect(boundKey('a'.repeat(32), '{"words":"木兰"}')).toMatch(/^[\x21-\x7e]{8,200}$/);
    expect(boundKey('k', 'a')).not.toBe(boundKey('k', 'b'));
  });
});
