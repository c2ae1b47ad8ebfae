import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../trouble.mjs';

/**
 * The secrets of this installation, made once: the key that protects second factors at rest and the
 * passwords of the two database roles. Only the file's owner may read them.
 * @returns {{secretKey: string, ownerPassword: string, appPassword: string}}
 */
export function loadSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return readSecrets(file);
  const secrets = {
    secretKey: randomBytes(32).toString('hex'),
    ownerPassword: randomBytes(24).toString('base64url'),
    appPassword: randomBytes(24).toString('base64url'),
  };
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function readSecrets(file) {
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8'));
    if (secrets.secretKey && secrets.ownerPassword && secrets.appPassword) return secrets;
  } catch {
    // Told below: a damaged file must never be replaced silently, it protects data.
  }
  throw new Trouble('secrets', `${file} 已损坏或无法读取，请从备份恢复。`, `${file} is damaged or cannot be read: restore it from a backup.`);
}
