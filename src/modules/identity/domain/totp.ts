import { randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';

const STEP_SECONDS = 30;

export const newTotpSecret = (): string => generateSecret({ length: 20 });

/** What an authenticator scans. */
export const totpUri = (secret: string, email: string): string => generateURI({ issuer: '琼香 Qiongxiang', label: email, secret });

/**
 * The time step (RFC 6238, 30 s) that a code belongs to, when it is right now or was within the last 30 seconds
 * or will be within the next 30 (clocks differ); undefined for any other code.
 */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  if (!result.valid) return undefined;
  return Math.floor(epoch / STEP_SECONDS) + result.delta;
}

/** Ten codes of 80 bits for the day the telephone is lost. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => randomBytes(10).toString('hex').replace(/(.{5})(?=.)/g, '$1-'));

/** One spelling of a recovery code, however it was copied. */
export const normalRecoveryCode = (code: string): string =>
  code.toLowerCase().replace(/[^0-9a-f]/g, '').replace(/(.{5})(?=.)/g, '$1-');
