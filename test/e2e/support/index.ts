import { test as base, type BrowserContext, type Page } from '@playwright/test';
import type { DemoPerson } from './demo-people.js';
import { DESKTOP, PHONE } from './look.js';
import { signInAs } from './sessions.js';

export { expect } from '@playwright/test';
export { demoPeople, demoPerson, type DemoPerson } from './demo-people.js';
export { DESKTOP, look, PHONE } from './look.js';
export { codeOf, nextCode, signInAs } from './sessions.js';

interface Options {
  /** Holds a phone instead of sitting at a desk. */
  readonly phone?: boolean;
}

export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
}

interface Fixtures {
  /** A browser of its own for a person of the demo: by role (the first one) or by address. */
  as: (who: string, options?: Options) => Promise<Seat & { readonly person: DemoPerson }>;
  /** A browser in which nobody is signed in. */
  visitor: (options?: Options) => Promise<Seat>;
}

/** Journeys say who sits at which device; every browser is closed when the journey ends. */
export const test = base.extend<Fixtures>({
  visitor: async ({ browser }, use) => {
    const open: BrowserContext[] = [];
    await use(async ({ phone = false } = {}) => {
      const context = await browser.newContext(phone ? { viewport: PHONE, hasTouch: true, isMobile: true } : { viewport: DESKTOP });
      open.push(context);
      return { context, page: await context.newPage() };
    });
    await Promise.all(open.map((context) => context.close()));
  },
  as: async ({ visitor }, use) => {
    await use(async (who, options) => {
      const seat = await visitor(options);
      return { ...seat, person: await signInAs(seat.context, who) };
    });
  },
});
