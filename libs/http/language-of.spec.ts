import type { Actor } from '#libs/access';
import { languageOf } from './problem.filter.js';

const actor = { language: 'zh' } as Actor;

describe('the language of an answer', () => {
  it('is the one that the page is read in, whatever the account says', () => {
    expect(languageOf({ actor, headers: { 'accept-language': 'en' } })).toBe('en');
    expect(languageOf({ actor: { language: 'en' } as Actor, headers: { 'accept-language': 'zh-CN,zh;q=0.9' } })).toBe('zh');
  });

  it('is that of the account where neither language is asked for first, and Chinese for a stranger', () => {
    expect(languageOf({ actor: { language: 'en' } as Actor, headers: {} })).toBe('en');
    expect(languageOf({ actor: { language: 'en' } as Actor, headers: { 'accept-language': 'fr-FR,en;q=0.8' } })).toBe('en');
    expect(languageOf({ headers: { 'accept-language': 'fr-FR' } })).toBe('zh');
    expect(languageOf({ headers: { 'accept-language': 'en-GB,en;q=0.9' } })).toBe('en');
  });
});
