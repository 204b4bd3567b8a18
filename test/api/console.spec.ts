import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Office, openOffice } from '@test/office';

describe('the console is served beside the API', () => {
  let office: Office;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'anjuan-console-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>案卷</title>');
    writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
    office = await openOffice('2024-03-01', { consoleAt: folder });
  });
  afterAll(async () => {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives its page for the root and for every address of its own', async () => {
    for (const path of ['/', '/cases', '/cases/00000000-0000-7000-8000-000000000000', '/apiary']) {
      const answer = await office.http.get(path);
      expect([path, answer.status, answer.headers['content-type']]).toEqual([path, 200, 'text/html; charset=utf-8']);
      expect(answer.text).toContain('<title>案卷</title>');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  it('lets browsers keep what bears a hash', async () => {
    const answer = await office.http.get('/assets/main-1a2b.js');
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  it('tells a page of an earlier build that its file is gone', async () => {
    expect((await office.http.get('/assets/main-0000.js')).status).toBe(404);
  });

  it('never answers an unknown API address with the page', async () => {
    const answer = await office.http.get('/api/v1/nothing');
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    expect((await office.http.get('/api/v2/cases')).status).toBe(404);
  });

  it('does not leave its folder', async () => {
    const answer = await office.http.get('/assets/..%2f..%2fetc%2fpasswd');
    expect(answer.text).not.toContain('root:');
  });

  it('loads nothing from elsewhere and works over plain http', async () => {
    const policy = (await office.http.get('/')).headers['content-security-policy'];
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(policy).not.toContain('http');
  });
});
