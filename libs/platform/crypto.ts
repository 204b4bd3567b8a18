import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Config } from './config';

/** A new key for a row. Sorts by the time it was made, so that indexes grow at their end. */
export function uuidv7(): string {
  return v7();
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of everything sealed, so that the algorithm can change while old seals still open. */
const AES_256_GCM = 1;

/**
 * Per-case data keys, and the master key that seals them. What a case keeps under its key (snapshots of papers) is gone
 * for ever once its sealed key is deleted, while the rows stay: that is how a case is anonymised.
 *
 * Sealed bytes are: 1 byte algorithm, 12 bytes nonce, 16 bytes tag, ciphertext (AES-256-GCM). Opening throws on a wrong
 * key and on a single changed bit.
 */
@Injectable()
export class Vault {
  private master: Buffer | undefined;
  private searching: Buffer | undefined;

  constructor(@Inject(Config) private readonly settings: Pick<Config, 'masterKey' | 'masterKeyFile'>) {}

  /** A new data key of 32 bytes, not sealed: for memory only. */
  newKey(): Buffer {
    return randomBytes(KEY_BYTES);
  }

  /** A data key as it may be stored. */
  sealKey(dataKey: Buffer): Buffer {
    return this.seal(this.masterKey(), dataKey);
  }

  openKey(sealed: Buffer): Buffer {
    return this.unseal(this.masterKey(), sealed);
  }

  seal(dataKey: Buffer, bytes: Buffer): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', dataKey, nonce);
    const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([Buffer.from([AES_256_GCM]), nonce, cipher.getAuthTag(), text]);
  }

  unseal(dataKey: Buffer, sealed: Buffer): Buffer {
    if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== AES_256_GCM) throw new Error('密文格式无法识别。');
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
    const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', dataKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      throw new Error('解密失败：密钥不符或数据已被改动。');
    }
  }

  /** A keyed hash (HMAC-SHA-256, hex) by which equal values are found without being readable; its key is not the master key. */
  keyedHash(text: string): string {
    this.searching ??= Buffer.from(hkdfSync('sha256', this.masterKey(), '', 'anjuan keyed hash', KEY_BYTES));
    return createHmac('sha256', this.searching).update(text).digest('hex');
  }

  /** Read when first needed: what seals nothing needs no key. */
  private masterKey(): Buffer {
    this.master ??= readMasterKey(this.settings);
    return this.master;
  }
}

function readMasterKey({ masterKey, masterKeyFile }: Pick<Config, 'masterKey' | 'masterKeyFile'>): Buffer {
  const text = masterKey ?? (masterKeyFile === undefined ? undefined : readFileSync(masterKeyFile, 'utf8'));
  if (text === undefined) throw new Error('未设置主密钥：请设置 ANJUAN_MASTER_KEY 或 ANJUAN_MASTER_KEY_FILE。');
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error('主密钥无效：应为 32 字节的 base64 文本。');
  return key;
}
