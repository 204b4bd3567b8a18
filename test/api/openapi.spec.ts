import { openApiDocument } from '../../apps/api/openapi';

/** Objects of the document that match. */
function* objectsIn(node: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (Array.isArray(node)) for (const item of node) yield* objectsIn(item);
  else if (typeof node === 'object' && node !== null) {
    const entries = Object.entries(node);
    yield Object.fromEntries(entries);
    for (const [, value] of entries) yield* objectsIn(value);
  }
}

describe('the OpenAPI document', () => {
  let document: Awaited<ReturnType<typeof openApiDocument>>;
  beforeAll(async () => {
    document = await openApiDocument();
  });

  it('is made without a database and without listening', () => {
    expect(document.openapi).toMatch(/^3\./);
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/session',
        '/api/v1/cases/{id}/events/{event}',
        '/api/v1/mediations/settled',
        '/api/v1/deadlines',
        '/api/v1/work',
        '/api/v1/notices',
        '/api/v1/figures/{metric}/cases',
      ]),
    );
  });

  it('refers only to schemas it has', () => {
    const known = Object.keys(document.components?.schemas ?? {});
    const named = [...objectsIn(document)].flatMap((o) => (typeof o.$ref === 'string' ? [o.$ref] : []));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((ref) => !known.includes(ref.replace('#/components/schemas/', '')))).toEqual([]);
  });

  it('names every operation once and types every answer', () => {
    const operations = Object.values(document.paths).flatMap((path) =>
      [path.get, path.post, path.put, path.patch, path.delete].filter((o) => o !== undefined),
    );
    const ids = operations.map((o) => o.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const untyped = operations.filter((o) => {
      const [, answer] = Object.entries(o.responses).find(([status]) => /^2/.test(status)) ?? [];
      return !answer || (!('content' in answer) && !('204' in o.responses));
    });
    expect(untyped.map((o) => o.operationId)).toEqual([]);
  });

  it("has the fields of every event, as the event's own check takes them", () => {
    expect(document.components?.schemas?.['reconsideration.receive']).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: expect.arrayContaining(['channel', 'parties', 'claims']),
      properties: { organ_received_on: { type: 'string', format: 'date' } },
    });
  });

  it('is the same every time', async () => {
    expect(JSON.stringify(await openApiDocument())).toBe(JSON.stringify(document));
  });
});
