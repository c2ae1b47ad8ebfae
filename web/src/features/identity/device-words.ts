/** The one browser whose name differs between the languages. */
const WECHAT = 'WeChat';

const BROWSERS = [
  [/MicroMessenger/, WECHAT],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/HeadlessChrome\/|Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** What people call the browser behind a user-agent line: `Chrome · Windows`; empty when nothing is recognised. @param wechat its name in the reader’s language */
export function deviceInWords(agent: string, wechat: string): string {
  const find = (known: readonly (readonly [RegExp, string])[]) => known.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = find(BROWSERS);
  return [browser === WECHAT ? wechat : browser, find(SYSTEMS)].filter(Boolean).join(' · ');
}
