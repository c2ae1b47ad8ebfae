import type { Language } from '#libs/errors';
import { html, inLanguage, type Markup } from './markup.js';
import type { PlainPage } from './pages.js';
import type { Ask, Verification } from './views.js';

const SECONDS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** Whoever holds a receipt or a document asks here whether it was issued, without an account and without JavaScript. */
export async function verification(ask: Ask, language: Language, _: string, asked: URLSearchParams): Promise<PlainPage> {
  const t = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const hash = (asked.get('hash') ?? '').trim().toLowerCase();
  const found = /^[0-9a-f]{64}$/.test(hash) ? await ask<Verification>(`/api/public/verifications/${hash}`) : null;
  return {
    title: t('核验文件', 'Verify a document'),
    body: html`<h1>${t('核验文件', 'Verify a document')}</h1>
      <p>${t('输入回执、公示、协议或报告上的校验码（SHA-256，64 位十六进制），即可查证是否由本平台签发、何时签发。', 'Enter the hash on a receipt, a notice, an agreement or a report (SHA-256, 64 hexadecimal digits) to learn whether this platform issued it, and when.')}</p>
      <form method="get" action="/verify"><label>${t('校验码', 'Hash')} <input name="hash" size="70" maxlength="64" value="${hash}"></label>${language === 'en' ? html`<input type="hidden" name="lang" value="en">` : ''} <button>${t('核验', 'Verify')}</button></form>
      ${hash === '' ? '' : answer(found, language)}`,
  };
}

function answer(found: Verification | null, language: Language): Markup {
  const [say, t] = [inLanguage(language), (zh: string, en: string): string => (language === 'zh' ? zh : en)];
  if (!found) return html`<p><strong>${t('没有查到：本平台没有签发过带有此校验码的文件。请逐位核对；任何改动都会使校验码不同。', 'Not found: this platform has issued nothing with this hash. Check it digit by digit; any change makes another hash.')}</strong></p>`;
  return html`<h2>${t('由本平台签发', 'Issued by this platform')}</h2>${found.findings.map((one) => html`<p><strong>${say(one.what)}</strong><br>
    ${t('签发时间', 'Issued at')} ${SECONDS.format(new Date(one.issuedAt))}${t('（北京时间）', ' (Beijing time)')} · ${say(one.issuer)}${one.round ? html` · ${say(one.round)} ${one.roundNumber}` : ''}${one.remark ? html`<br>${say(one.remark)}` : ''}</p>`)}
    <p>SHA-256 ${found.hash}</p>`;
}
