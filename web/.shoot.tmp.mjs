import { chromium } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
const base = process.env.BASE ?? 'http://127.0.0.1:5199';
const only = process.argv[2];
const session = (roles) => ({ account: { id: '1', name: '周海燕', language: 'zh', roles }, csrfToken: 'x' });
const officer = session([{ role: 'officer', nodeName: '温江区妇联' }]);
const judge = session([{ role: 'roadshow_judge' }]);
const pages = [
  ['front', '/', null], ['signin', '/sign-in?next=%2Fdesk', null], ['missing', '/nothing', null],
  ['signin-error', '/sign-in', null, async (p) => { await p.fill('input[autocomplete=username]', 'zhou'); await p.fill('input[autocomplete=current-password]', 'wrong'); await p.click('button[type=submit]'); await p.waitForTimeout(500); }],
  ['signin-code', '/sign-in', null, async (p) => { await p.fill('input[autocomplete=username]', 'two'); await p.fill('input[autocomplete=current-password]', 'right'); await p.click('button[type=submit]'); await p.waitForTimeout(500); }],
  ['front-en', '/', null, async (p) => { await p.click('button:has-text("English")'); await p.waitForTimeout(300); }],
  ['judge', '/judge', judge], ['desk', '/desk', officer], ['search', '/desk/search?q=木兰', officer],
  ['g-record', '/ui-gallery?part=record', officer], ['g-table', '/ui-gallery?part=table', officer],
  ['g-table-sel', '/ui-gallery?part=table&status=eligible', officer, async (p) => { await p.locator('tr.ant-table-row .ant-checkbox-input, .tick input').first().check(); await p.waitForTimeout(300); }],
  ['g-table-empty', '/ui-gallery?part=table&q=没有的', officer],
  ['g-controls', '/ui-gallery?part=controls', officer], ['g-states', '/ui-gallery?part=states', officer],
  ['person', '/ui-gallery?part=record', officer, async (p) => { await p.click('.person'); await p.waitForTimeout(500); }],
  ['drawer', '/desk', officer, async (p) => { if (await p.locator('.menu-button').isVisible()) { await p.click('.menu-button'); await p.waitForTimeout(700); } }],
  ['cols', '/ui-gallery?part=table', officer, async (p) => { await p.click('button:has-text("列")'); await p.waitForTimeout(500); }],
  ['down', '/desk', 'down'], ['print', '/ui-gallery?part=record', officer, async (p) => { await p.emulateMedia({ media: 'print' }); }],
  ['forbid', '/desk/nowhere', officer],
  ['guard', '/desk/applications?status=a', null],
];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ') });
for (const [w, h] of [[1366, 768], [390, 844]]) {
  for (const [name, path, who, act] of pages) {
    if (only && !only.split(',').some((o) => name.startsWith(o))) continue;
    const ctx = await browser.newContext({ viewport: { width: w, height: h }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: w < 500, isMobile: w < 500 });
    const p = await ctx.newPage();
    p.on('console', (m) => m.type() === 'error' && !/401|the server responded/.test(m.text()) && console.log(name, w, 'CONSOLE', m.text().slice(0, 300)));
    p.on('pageerror', (e) => console.log(name, w, 'PAGEERROR', e.message));
    await p.route((u) => u.pathname.startsWith('/api/'), (r) => {
      const req = r.request();
      const prob = (status, code, detail) => r.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, code, detail }) });
      if (req.method() === 'POST') { const b = req.postDataJSON(); return b.name === 'two' ? prob(401, 'second_factor_required', '请填写动态验证码') : prob(401, 'sign_in_failed', '账号或密码不正确。连续错 5 次后需等待 15 分钟。'); }
      if (who === 'down') return r.abort();
      return who ? r.fulfill({ json: who }) : prob(401, 'sign_in_needed', '请先登录');
    });
    await p.goto(base + path); await p.waitForLoadState('networkidle'); await p.waitForTimeout(who === 'down' ? 5000 : 500);
    if (act) await act(p);
    await p.screenshot({ path: `/tmp/shots/${name}-${w}.png`, fullPage: true });
    const wide = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const small = w < 500 ? await p.evaluate(() => [...document.querySelectorAll('button,a.button,input:not([type=checkbox]):not([type=file]),select,[role=tab],nav a')].filter((e) => { const b = e.getBoundingClientRect(); return b.width && (b.height < 43.5) && !e.closest('.ant-table') && !e.classList.contains('skip-link') && getComputedStyle(e).visibility !== 'hidden'; }).map((e) => (e.className || e.tagName) + ':' + Math.round(e.getBoundingClientRect().height)).slice(0, 6)) : [];
    const axe = await new AxeBuilder({ page: p }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).exclude('.ant-table-measure-row').analyze();
    const v = axe.violations.map((x) => `${x.id}(${x.nodes.length}) ${x.nodes[0].html.slice(0, 140)}`);
    console.log(name, w, p.url().replace(base, ''), wide > 0 ? `OVERFLOW ${wide}` : '', small.join(' '), v.length ? '\n  AXE ' + v.join('\n  AXE ') : 'axe ok');
    await ctx.close();
  }
}
await browser.close();
