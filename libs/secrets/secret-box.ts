import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const FORM = 'gcm1';

/**
 * Seals small secrets at rest with AES-256-GCM. The additional data binds a sealed text to its place, so that one row's
 * secret pasted into another row does not open. The form's name stands in front: another cipher can come beside it.
 */
export class SecretBox {
  private readonly key: Buffer;

  /** @param key 32 bytes as 64 hexadecimal digits */
  constructor(key: string) {
    this.key = Buffer.from(key, 'hex');
    if (this.key.length !== 32) throw new RangeError('A secret key has 32 bytes.');
  }

  /** @param place where the secret is kept, such as `table|column|row id` */
  seal(plain: string, place: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [FORM, ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
  }

  /** @throws Error when the text was changed, moved to another place or sealed with another key */
  open(text: string, place: string): string {
    const [form, ...parts] = text.split('.');
    if (form !== FORM || parts.length !== 3) throw new Error('Not a sealed secret.');
    const [nonce, sealed, tag] = parts.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer];
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(place)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  }
}
