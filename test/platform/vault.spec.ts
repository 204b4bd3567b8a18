import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { uuidv7, Vault } from '@anjuan/platform';

const vaultOf = (masterKey?: string, masterKeyFile?: string) => new Vault({ masterKey, masterKeyFile });
const master = randomBytes(32).toString('base64');

describe('the vault', () => {
  it('opens what it sealed, through a data key sealed by the master key', () => {
    const vault = vaultOf(master);
    const key = vault.newKey();
    const stored = { key: vault.sealKey(key), paper: vault.seal(key, Buffer.from('张三与李四邻里纠纷')) };
    expect(stored.paper.toString('utf8')).not.toContain('张三');
    const later = vaultOf(master);
    expect(later.unseal(later.openKey(stored.key), stored.paper).toString('utf8')).toBe('张三与李四邻里纠纷');
  });

  it('never seals twice to the same bytes', () => {
    const vault = vaultOf(master);
    const key = vault.newKey();
    expect(vault.seal(key, Buffer.from('同一段'))).not.toEqual(vault.seal(key, Buffer.from('同一段')));
  });

  it('refuses another master key, another data key and any changed byte', () => {
    const vault = vaultOf(master);
    const key = vault.newKey();
    expect(() => vaultOf(randomBytes(32).toString('base64')).openKey(vault.sealKey(key))).toThrow('解密失败');
    const sealed = vault.seal(key, Buffer.from('事实与理由'));
    expect(() => vault.unseal(vault.newKey(), sealed)).toThrow('解密失败');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index] ^= 1;
      expect(() => vault.unseal(key, changed)).toThrow(/解密失败|无法识别/);
    }
    expect(() => vault.unseal(key, sealed.subarray(0, 20))).toThrow('无法识别');
  });

  it('reads the master key from a file, and says what is wrong with it', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-vault-'));
    const file = path.join(folder, 'master.key');
    writeFileSync(file, `${master}\n`);
    const sealed = vaultOf(master).sealKey(Buffer.alloc(32, 7));
    expect(vaultOf(undefined, file).openKey(sealed)).toEqual(Buffer.alloc(32, 7));
    rmSync(folder, { recursive: true });
    expect(() => vaultOf().newKey()).not.toThrow();
    expect(() => vaultOf().openKey(sealed)).toThrow('未设置主密钥');
    expect(() => vaultOf('c2hvcnQ=').openKey(sealed)).toThrow('应为 32 字节');
  });
});

it('makes keys that sort in the order they were made', () => {
  const made = Array.from({ length: 500 }, uuidv7);
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(500);
});
