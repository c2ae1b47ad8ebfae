import { plainPage } from './plain-pages.js';
import type { Ask } from './views.js';

const SHELL = '<html><head><title>琼香</title></head><body><div id="root"></div><noscript>needs scripts</noscript></body></html>';
const sentence = (zh: string, en = zh) => ({ zh, en });
const entry = {
  id: 'one', number: 'YZ-2026-1', title: sentence('家庭公益 <创投>', 'Families & children'), label: sentence('申报中', 'Open'), opensAt: '2026-11-01T01:00:00Z', closesAt: '2026-12-08T09:30:00Z',
  organisers: [{ name: sentence('扬州市妇女联合会', 'Yangzhou Women’s Federation') }], poolFen: 240_000_000, awards: 24, categories: [], boards: [], stages: [],
};

const whole = {
  ...entry, id: 'two', rulebookHash: 'ab12', rulebook: { eligibility: [], scoring: { stages: [] }, form: { declaration: sentence('承诺'), sections: [] } },
  asking: { allowed: true, until: '2026-12-05T09:30:00Z' }, answers: [{ question: '可以<联合>申报吗？', answer: '可以，至多两家。', answeredAt: '2026-11-20T02:00:00Z' }],
};

const answers: Record<string, unknown> = { '/api/public/calls/two': whole, '/api/public/calls': { items: [entry] }, '/api/public/notices': [] };
const ask: Ask = async <View>(path: string) => (answers[path] ?? null) as View | null;

describe('pages without JavaScript', () => {
  it('say what is open, by when in Beijing, and with how much money', async () => {
    const page = await plainPage(SHELL, '/', ask);
    expect(page).toContain('<title>征集公告 · 琼香</title>');
    expect(page).toContain('2026-12-08 17:30（北京时间）');
    expect(page).toContain('¥2,400,000.00');
    expect(page).toContain('<div id="root"></div><noscript>');
  });

  it('write whatever people have entered as text', async () => {
    const page = await plainPage(SHELL, '/calls', ask);
    expect(page).toContain('家庭公益 &lt;创投&gt;');
    expect(page).not.toContain('<创投>');
  });

  it('speak English when asked', async () => {
    const page = await plainPage(SHELL, '/calls?lang=en', ask);
    expect(page).toContain('Families &amp; children');
    expect(page).toContain('<title>Calls for proposals · Qiongxiang</title>');
    expect(page).toContain('href="/notices?lang=en"');
  });

  it('show every answered question and until when one may ask', async () => {
    const page = await plainPage(SHELL, '/calls/two', ask);
    expect(page).toContain('<dt>可以&lt;联合&gt;申报吗？</dt><dd>可以，至多两家。<br>答复于 2026-11-20 10:00</dd>');
    expect(page).toContain('提问截止 2026-12-05 17:30（北京时间）');
  });

  describe('that verify', () => {
    const hash = 'ab'.repeat(32);
    const proof = { hash, findings: [{ what: sentence('申报回执 YZ-2026-1-0001（第 1 次提交）', 'Receipt'), issuedAt: '2026-12-08T09:29:58Z', issuer: sentence('扬州市妇女联合会'), round: sentence('家庭公益 <创投>'), roundNumber: 'YZ-2026-1', remark: null }] };
    const asks: Ask = async <View>(path: string) => (path === `/api/public/verifications/${hash}` ? proof : null) as View | null;

    it('name what was issued under a hash, with the time of the server to the second', async () => {
      const page = await plainPage(SHELL, `/verify?hash=${hash.toUpperCase()}`, asks);
      expect(page).toContain('申报回执 YZ-2026-1-0001（第 1 次提交）');
      expect(page).toContain('2026-12-08 17:29:58（北京时间）');
      expect(page).toContain('家庭公益 &lt;创投&gt;');
    });

    it('say plainly that nothing was issued, and ask for a hash where none is given', async () => {
      expect(await plainPage(SHELL, `/verify?hash=${'0'.repeat(64)}`, asks)).toContain('没有查到');
      expect(await plainPage(SHELL, '/verify?hash="><script>', asks)).not.toContain('<script>');
      const empty = await plainPage(SHELL, '/verify?lang=en', asks);
      expect(empty).toContain('<form method="get" action="/verify">');
      expect(empty).not.toContain('Not found');
    });
  });

  it('say so where there is nothing', async () => {
    expect(await plainPage(SHELL, '/notices', ask)).toContain('目前没有公示。');
  });

  it.each(['/calls/unknown', '/desk', '/calls/one/elsewhere'])('leave %s to the application', async (url) => {
    expect(await plainPage(SHELL, url, ask)).toBe(SHELL);
  });
});
