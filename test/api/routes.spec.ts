import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Office, openOffice } from '@test/office';
import { ALLOW, PUBLIC } from '../../apps/api/marks';

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly isPublic: boolean;
  readonly permissions: readonly string[] | undefined;
}
const methods: Readonly<Record<number, string>> = {
  [RequestMethod.GET]: 'get',
  [RequestMethod.POST]: 'post',
  [RequestMethod.PUT]: 'put',
  [RequestMethod.PATCH]: 'patch',
  [RequestMethod.DELETE]: 'delete',
};

/** Every route of the running application, as its controllers declare them. */
function routesOf(office: Office): Route[] {
  const scanner = new MetadataScanner();
  const container = new DiscoveryService(office.modules);
  return container.getControllers().flatMap(({ metatype, instance }) => {
    if (!metatype || !instance) return [];
    const prototype = Object.getPrototypeOf(instance);
    const base: string = Reflect.getMetadata(PATH_METADATA, metatype);
    return scanner.getAllMethodNames(prototype).flatMap((name): Route[] => {
      const handler = prototype[name];
      const method: number | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
      if (method === undefined) return [];
      const own: string = Reflect.getMetadata(PATH_METADATA, handler);
      const path = ['/api/v1', base, own].join('/').replace(/\/+/g, '/').replace(/\/$/, '');
      return [
        {
          name: `${metatype.name}.${name}`,
          method: methods[method] ?? `method ${method}`,
          path: path.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000'),
          isPublic: Reflect.getMetadata(PUBLIC, handler) === true,
          permissions: Reflect.getMetadata(ALLOW, handler),
        },
      ];
    });
  });
}

describe('every route', () => {
  let office: Office;
  let routes: Route[];
  const send = async (r: Route, cookie?: string) => {
    const agent = office.http;
    const calls: Readonly<Record<string, (path: string) => ReturnType<typeof agent.get>>> = {
      get: (p) => agent.get(p),
      post: (p) => agent.post(p),
      put: (p) => agent.put(p),
      patch: (p) => agent.patch(p),
      delete: (p) => agent.delete(p),
    };
    const call = calls[r.method]?.(r.path);
    if (!call) throw new Error(`${r.name}: no such method ${r.method}`);
    if (cookie) call.set('cookie', cookie);
    return r.method === 'get' || r.method === 'delete' ? call : call.send({});
  };

  beforeAll(async () => {
    office = await openOffice('2024-03-01');
    routes = routesOf(office);
  });
  afterAll(() => office.close());

  it('is known to the walk', () => {
    expect(routes.map((r) => `${r.method} ${r.path}`)).toEqual(
      expect.arrayContaining([
        'get /api/v1/health',
        'post /api/v1/session',
        'get /api/v1/cases',
        'get /api/v1/figures',
      ]),
    );
    expect(routes.length).toBeGreaterThanOrEqual(19);
  });

  it('bears either a permission or an explicit public mark', () => {
    const unmarked = routes.filter((r) => r.isPublic === (r.permissions !== undefined)).map((r) => r.name);
    expect(unmarked).toEqual([]);
  });

  it('is public only where somebody decided so', () => {
    expect(routes.filter((r) => r.isPublic).map((r) => r.name)).toEqual([
      'SessionController.health',
      'SessionController.signIn',
      // The address is the secret.
      'CalendarFeedController.read',
    ]);
  });

  it('answers nobody without a session', async () => {
    for (const r of routes.filter((x) => !x.isPublic)) {
      const answer = await send(r);
      expect([r.name, answer.status, answer.body.code]).toEqual([r.name, 401, 'not-signed-in']);
    }
  });

  it('answers nobody without the permission', async () => {
    await office.identity.createPeople(office.home.id, [
      { name: '无岗位', posts: [], account: { login: 'no-post', password: 'story-password-1' } },
    ]);
    const cookie = await office.cookie('no-post');
    for (const r of routes.filter((x) => x.permissions && x.permissions.length > 0)) {
      const answer = await send(r, cookie);
      expect([r.name, answer.status, answer.body.code]).toEqual([r.name, 403, 'forbidden']);
    }
  });

  it('takes a made-up or foreign token for none', async () => {
    const answer = await office.http.get('/api/v1/cases').set('cookie', 'anjuan_session=made-up');
    expect(answer.status).toBe(401);
  });
});
