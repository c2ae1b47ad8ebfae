const STORED = 'qiongxiang.after-sign-in';

/** Where a person wanted to go when she had to register first: the letter's link opens in a new page and has forgotten it. */
export function rememberWay(next: string | undefined): void {
  try {
    if (next) localStorage.setItem(STORED, next);
  } catch {
    // Then she starts at her home page.
  }
}

export function rememberedWay(): Record<string, string> {
  try {
    const next = localStorage.getItem(STORED);
    return next ? { next } : {};
  } catch {
    return {};
  }
}
