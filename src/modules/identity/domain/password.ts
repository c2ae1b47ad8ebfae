import { hash, verify } from '@node-rs/argon2';
import { invalid, say, type DomainError } from '#libs/errors';
import { COMMON_PASSWORDS } from './common-passwords.js';

/** OWASP Password Storage: Argon2id with at least 19 MiB, two passes, one lane; Argon2id is the library's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

let decoy: Promise<string> | undefined;

/** Whether the password is right. Without a hash the same work is done in vain, so that the time tells nothing. */
export async function isRightPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await (decoy ??= hash('there is no such account', COST)));
  const right = await verify(against, password.normalize('NFC'));
  return right && passwordHash !== null;
}

/** The shortest password of each realm; staff can do more harm (GB/T 22239-2019 8.1.4.1 a, ASVS 5.0 6.2.1). */
export const MIN_LENGTH = { applicant: 10, staff: 12 } as const;
export const MAX_LENGTH = 128;
export type Realm = keyof typeof MIN_LENGTH;

/**
 * Length and a list of passwords known to everybody, no rules on composition (ASVS 5.0 6.2.5): those make passwords worse.
 * @throws DomainError `password_weak` naming the reason
 */
export function checkPassword(password: string, realm: Realm, own: readonly string[]): void {
  const length = [...password].length;
  if (length < MIN_LENGTH[realm] || length > MAX_LENGTH) {
    throw weak(say('密码须为 {min}–{max} 个字符', 'A password has {min} to {max} characters'), { min: MIN_LENGTH[realm], max: MAX_LENGTH });
  }
  const plain = password.toLowerCase();
  if (COMMON_PASSWORDS.has(plain) || new Set(plain).size < 4 || COMMON_PASSWORDS.has(toItsLastLetter(plain))) {
    throw weak(say('这个密码太常见，容易被猜到', 'This password is common and easily guessed'));
  }
  if (own.some((word) => word.length >= 3 && plain.includes(word.toLowerCase()))) {
    throw weak(say('密码不能包含您的姓名或邮箱', 'The password must not contain your name or address'));
  }
}

const toItsLastLetter = (plain: string): string => /^.*[a-z]/s.exec(plain)?.[0] ?? '';

const weak = (sentence: ReturnType<typeof say>, facts = {}): DomainError =>
  invalid('password_weak', sentence, { ...facts, problems: [{ path: 'password', code: 'password_weak', sentence, facts }] });
