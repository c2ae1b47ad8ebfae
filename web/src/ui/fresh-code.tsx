import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Problem } from '../api/problem.js';
import { giveSecondFactor } from '../api/session.js';
import { defineTexts, useTexts } from './language/texts.js';
import { CodeForm } from './second-factor/code-form.js';

const freshTexts = defineTexts('fresh-code', {
  title: ['请再次输入动态验证码', 'Enter your code once more'],
  what: [
    '这一步涉及资金、账户或签署，须在五分钟内验证过本人。输入后自动继续办理，不必重填。',
    'This step concerns money, accounts or signatures, so you must have proved who you are within the last five minutes. It then goes on by itself; nothing has to be entered again.',
  ],
  once: ['每个验证码只能用一次；刚刚用过的，请等验证器换出下一组。', 'A code works once; if you have just used this one, wait for the next.'],
  go_on: ['验证并继续办理', 'Verify and go on'],
  leave: ['先不办理', 'Not now'],
});

interface Asked {
  readonly given: () => void;
  readonly left: () => void;
}

export interface FreshCode {
  /**
   * Runs a command; where the server asks for a fresh second factor, waits for the code and runs it again. Use it inside
   * `useCommand`, whose idempotency key then stays the same: `run: (input, key) => fresh.around(() => api.x({ … key … }))`.
   */
  readonly around: <T>(command: () => Promise<T>) => Promise<T>;
  /** The code is being waited for: no spinner on the button then. */
  readonly asking: boolean;
  /** To be drawn beside the button; nothing while nothing is asked. */
  readonly field: ReactNode;
}

/** For commands that need a second factor given within the last five minutes: asks for it in place. */
export function useFreshCode(): FreshCode {
  const [asked, setAsked] = useState<Asked | null>(null);
  const open = useRef<Asked | null>(null);
  useEffect(() => () => open.current?.left(), []);

  const ask = useCallback(
    (refusal: Problem) =>
      new Promise<void>((resolve, reject) => {
        const end = (settle: () => void) => () => {
          open.current = null;
          setAsked(null);
          settle();
        };
        open.current = { given: end(resolve), left: end(() => reject(refusal)) };
        setAsked(open.current);
      }),
    [],
  );
  const around = useCallback(
    async <T,>(command: () => Promise<T>): Promise<T> => {
      try {
        return await command();
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'second_factor_needed') throw error;
        await ask(error);
        return command();
      }
    },
    [ask],
  );
  return useMemo(() => ({ around, asking: asked !== null, field: asked ? <FreshCodeField asked={asked} /> : null }), [around, asked]);
}

function FreshCodeField({ asked }: { readonly asked: Asked }) {
  const t = useTexts(freshTexts);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers answer a promise, which an effect must not hand on.
    void place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const leave = (
    <button type="button" className="link-button" onClick={asked.left}>
      {t('leave')}
    </button>
  );
  return (
    <section className="fresh-code no-print" ref={place} aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <p className="quiet">{t('what')}</p>
      <CodeForm
        action={t('go_on')}
        autoFocus
        onCode={async (code) => {
          await giveSecondFactor(code);
          asked.given();
        }}
        beside={leave}
      />
      <p className="quiet">{t('once')}</p>
    </section>
  );
}
