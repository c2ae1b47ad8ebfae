import { chromium } from '@playwright/test';
const base='http://127.0.0.1:5199';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: '--no-sandbox --disable-gpu --disable-quic --no-first-run'.split(' ') });
const ctx = await b.newContext({ viewport:{width:1366,height:768}, locale:'zh-CN', permissions:['clipboard-read','clipboard-write'] });
const p = await ctx.newPage(); let signed=false; let headers;
p.on('pageerror', e=>console.log('PAGEERROR',e.message));
await p.route(u=>u.pathname.startsWith('/api/'), r=>{ const q=r.request(); const s={account:{id:'1',name:'周海燕',language:'zh',roles:[{role:'officer'}]},csrfToken:'tok'};
 if(q.method()==='POST'){headers=q.headers(); const d=q.postDataJSON(); if(!d.code) return r.fulfill({status:401,contentType:'application/problem+json',body:JSON.stringify({code:'second_factor_required',detail:'x'})}); signed=true; return r.fulfill({json:s});}
 if(q.method()==='DELETE'){headers=q.headers(); signed=false; return r.fulfill({status:204});}
 return signed? r.fulfill({json:s}): r.fulfill({status:401,contentType:'application/problem+json',body:JSON.stringify({code:'sign_in_needed',detail:''})}); });
await p.goto(base+'/desk/search?q=木兰'); await p.waitForURL(/sign-in/); console.log('guard', decodeURIComponent(p.url()));
await p.fill('input[autocomplete=username]','zhou'); await p.fill('input[autocomplete=current-password]','x'); await p.keyboard.press('Enter');
await p.fill('input[autocomplete=one-time-code]','１２３456'); await p.keyboard.press('Enter'); await p.waitForURL(/desk/); console.log('back at', decodeURIComponent(p.url()), 'key', headers['idempotency-key']?.length, 'lang', headers['accept-language']);
await p.waitForSelector('.person'); await p.keyboard.press('/'); console.log('focus', await p.evaluate(()=>document.activeElement.type));
await p.click('h1'); await p.click('.person'); await p.click('text=English'); await p.waitForTimeout(200); console.log('h1', await p.textContent('h1'), await p.title(), await p.evaluate(()=>document.documentElement.lang));
await p.click('.person'); await p.click('text=Sign out'); await p.waitForURL(/sign-in/); console.log('out', p.url(), 'csrf', headers['x-csrf-token']);
await p.goto(base+'/ui-gallery?part=controls'); await p.waitForSelector('[data-cell="0:0"]');
await p.focus('[data-cell="2:2"]'); await p.fill('[data-cell="2:2"]','300'); console.log('total', await p.textContent('tfoot tr:first-child .money'));
await p.keyboard.press('Enter'); await p.waitForTimeout(100); console.log('new row focus', await p.evaluate(()=>document.activeElement.dataset.cell));
await p.focus('[data-cell="3:0"]'); await p.evaluate(()=>navigator.clipboard.writeText('志愿者补贴\t创投资金\t1,200.5\t3\t"两行\n说明"\n宣传\t自筹资金\t￥99.99\t2\n')); await p.keyboard.press('Control+V'); await p.waitForTimeout(200);
console.log('pasted', await p.evaluate(()=>[...document.querySelectorAll('tbody tr')].slice(3).map(r=>[...r.querySelectorAll('input,select')].map(i=>i.value).join('|')+' '+r.querySelector('.result').textContent)), await p.textContent('tfoot tr:first-child .money'));
await p.keyboard.press('ArrowDown'); await p.waitForTimeout(60); console.log('down', await p.evaluate(()=>document.activeElement.dataset.cell));
await p.click('button[aria-label^="增加 团队"], button[aria-label^="More 团队"]'); console.log('stepper', await p.inputValue('.stepper >> nth=1 >> input'));
await p.goto(base+'/ui-gallery?part=table'); await p.click('th:has-text("编号")'); await p.waitForTimeout(200); console.log('sort', p.url().split('?')[1]); await p.click('.table-pages button'); await p.waitForTimeout(200); console.log('page', p.url().split('?')[1]);
await p.fill('.search-field input','木兰'); await p.waitForTimeout(800); console.log('q', decodeURIComponent(p.url().split('?')[1]), await p.locator('tr.ant-table-row').count());
await b.close();
