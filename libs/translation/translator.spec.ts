import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LibreTranslate } from './libre-translate.js';
import { NoTranslator } from './translator.js';

describe('machine translation', () => {
  let server: Server;
  let url: string;
  let asked: { path: string | undefined; body: Record<string, unknown> }[];
  let answer: (body: { q: string[]; target: string }) => [status: number, body: unknown];

  beforeAll(async () => {
    server = createServer((request, reply) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
        asked.push({ path: request.url, body });
        const [status, content] = answer(body);
        reply.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked = [];
    answer = ({ q, target }) => [200, { translatedText: q.map((text) => `${target}:${text}`) }];
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('asks a server of LibreTranslate’s kind for all texts at once and keeps their order', async () => {
    const translator = new LibreTranslate(`${url}/`, 'a-key');
    expect(await translator.translate(['木兰妈妈课堂', '目标'], 'en')).toEqual(['en:木兰妈妈课堂', 'en:目标']);
    expect(asked).toEqual([{ path: '/translate', body: { q: ['木兰妈妈课堂', '目标'], source: 'auto', target: 'en', format: 'text', api_key: 'a-key' } }]);
    expect(translator.name).toBe('LibreTranslate (127.0.0.1)');
    expect(await translator.translate([], 'en')).toEqual([]);
  });

  it.each([
    ['an error', [500, { error: 'busy' }]],
    ['something else', [200, { translatedText: 'one' }]],
    ['too few texts', [200, { translatedText: ['one'] }]],
  ] as const)('refuses plainly when the server answers with %s', async (_, given) => {
    answer = () => [...given];
    await expect(new LibreTranslate(url).translate(['一', '二'], 'en')).rejects.toMatchObject({ code: 'translation_failed' });
  });

  it('says that nobody was configured', async () => {
    const none = new NoTranslator();
    expect(none.name).toBeNull();
    await expect(none.translate()).rejects.toMatchObject({ code: 'translation_not_configured' });
  });
});
