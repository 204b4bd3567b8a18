import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const CLONE = path.join(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(CLONE, file), 'utf8');

interface Service {
  image: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  configs?: { source: string }[];
  restart?: string;
}

interface Compose {
  services: Record<string, Service>;
  configs: Record<string, { content: string }>;
  volumes: Record<string, null>;
}

const compose: Compose = parse(read('docker-compose.yml'), { merge: true });
const { postgres, redis, migrate, api, worker } = compose.services;
const programs = { migrate, api, worker };

describe('docker-compose.yml', () => {
  it('has database, queue, one migration job, API and worker', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'migrate', 'postgres', 'redis', 'worker']);
    expect(postgres?.image).toBe('postgres:18');
    expect(redis?.image).toBe('redis:7');
    expect(redis?.command?.join(' ')).toBe('redis-server --appendonly yes --maxmemory-policy noeviction');
  });

  it('pins every image', () => {
    for (const { image } of Object.values(compose.services)) expect(image).toMatch(/^[a-z]+:\d/);
    const stages = read('Dockerfile').match(/^FROM \S+/gm) ?? [];
    expect(stages.length).toBeGreaterThan(0);
    for (const stage of stages) expect(stage).toMatch(/^FROM [a-z]+:\d/);
  });

  it('sets only variables the programs read, and all that production needs', () => {
    const known = [...read('libs/platform/config.ts').matchAll(/setting\('([A-Z_]+)'\)/g)].map(([, name]) => name);
    expect(known).toContain('DATABASE_URL');
    for (const { environment } of [migrate, api, worker].flatMap((service) => service ?? [])) {
      for (const name of Object.keys(environment ?? {})) expect(known).toContain(name);
    }
    for (const service of [api, worker]) {
      expect(Object.keys(service?.environment ?? {})).toEqual(
        expect.arrayContaining(['DATABASE_URL', 'REDIS_URL', 'ANJUAN_MASTER_KEY']),
      );
    }
    expect(api?.environment?.HOST).toBe('0.0.0.0');
  });

  it('lets the owner migrate and nobody else be owner', () => {
    for (const service of Object.values(programs)) {
      const url = new URL(service?.environment?.DATABASE_URL?.replace(/\$\{[^}]+\}/, 'x') ?? '');
      expect([url.username, url.hostname, url.pathname]).toEqual(['anjuan_app', 'postgres', '/anjuan']);
    }
    const owner = new URL(migrate?.environment?.DATABASE_OWNER_URL?.replace(/\$\{[^}]+\}/, 'x') ?? '');
    expect([owner.username, owner.hostname, owner.pathname]).toEqual(['anjuan_owner', 'postgres', '/anjuan']);
    for (const service of [api, worker]) expect(JSON.stringify(service)).not.toContain('OWNER');
    const roles = compose.configs.roles?.content ?? '';
    expect(postgres?.configs?.map(({ source }) => source)).toEqual(['roles']);
    expect(roles).toContain('CREATE ROLE anjuan_app LOGIN PASSWORD');
    expect(roles).toContain('CREATE DATABASE anjuan OWNER anjuan_owner');
    expect(roles).not.toMatch(/SUPERUSER|BYPASSRLS|IN ROLE|GRANT/);
  });

  it('holds no password and starts with none by default', () => {
    const text = read('docker-compose.yml');
    // Left empty, these switch mail and SMS off; nothing else has a default.
    const optional = ['SMTP_URL', 'MAIL_FROM', 'SMS_URL', 'SMS_TOKEN'];
    for (const [, name = ''] of text.matchAll(/\$\{([A-Z_]+)[^}]*\}/g))
      expect(text).toContain(optional.includes(name) ? `\${${name}:-}` : `\${${name}:?required}`);
    for (const [, , password] of text.matchAll(/:\/\/(\w+):([^@]+)@/g))
      expect(password).toMatch(/^\$\{[A-Z_]+:\?required\}$/);
  });

  it('starts API and worker after the migration has succeeded', () => {
    expect(migrate?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(migrate?.restart).toBe('no');
    for (const service of [api, worker]) {
      expect(service?.depends_on?.migrate).toEqual({ condition: 'service_completed_successfully' });
      expect(service?.depends_on?.redis).toEqual({ condition: 'service_healthy' });
    }
  });

  it('names files and volumes that exist', () => {
    for (const [name, service] of Object.entries(programs)) {
      const program = service?.command?.[1] ?? name;
      expect(existsSync(path.join(CLONE, program.replace(/^dist/, '').replace(/\.js$/, '.ts')))).toBe(true);
      expect(service?.build).toBe('.');
    }
    for (const { volumes } of Object.values(compose.services)) {
      for (const volume of volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, files]) => files?.split(' ') ?? [],
    );
    const offered = read('.dockerignore').split('\n');
    expect(copied).toContain('package-lock.json');
    for (const file of copied) {
      expect(existsSync(path.join(CLONE, file))).toBe(true);
      expect(offered).toContain(`!${file}`);
    }
  });
});
