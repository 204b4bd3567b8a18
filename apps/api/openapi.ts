import { type Field, Procedures } from '@anjuan/casework';
import { procedures } from '@anjuan/kinds';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module';
import { adapter, PREFIX } from './http';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

/**
 * The OpenAPI document of the API, with one schema per edge's fields (`mediation.accept`). Nothing is started: the
 * modules are only looked at, so it needs neither a port nor a database.
 */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter(), { preview: true, logger: false });
  app.setGlobalPrefix(PREFIX);
  const outline = new DocumentBuilder()
    .setTitle('案卷 Anjuan')
    .setDescription('日期为北京时间的 YYYY-MM-DD；金额以分计；错误为 application/problem+json。')
    .setVersion('1')
    .addCookieAuth('anjuan_session')
    .build();
  const document = SwaggerModule.createDocument(app, outline, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}.${method}`,
  });
  await app.close();
  return {
    ...document,
    components: { ...document.components, schemas: { ...document.components?.schemas, ...edgeSchemas() } },
  };
}

function edgeSchemas(): Record<string, Schema> {
  const edges = new Procedures(procedures)
    .all()
    .flatMap((p) => Object.entries(p.edges).map(([name, e]) => [`${p.kind}.${name}`, p.title, e] as const));
  return Object.fromEntries(
    edges.map(([key, kind, e]) => [
      key,
      {
        type: 'object',
        title: `${kind}：${e.title}`,
        description: e.cite,
        properties: Object.fromEntries(Object.entries(e.fields).map(([name, f]) => [name, schemaOf(f)])),
        required: Object.entries(e.fields).flatMap(([name, f]) => (f.required ? [name] : [])),
        additionalProperties: false,
      },
    ]),
  );
}

function schemaOf(f: Field): Schema {
  const title = f.label;
  switch (f.type) {
    case 'day':
      return { type: 'string', format: 'date', title };
    case 'text':
      return { type: 'string', maxLength: f.max, title };
    case 'code':
      return { type: 'string', enum: Object.keys(f.list), title };
    case 'flag':
      return { type: 'boolean', title };
    case 'count':
      return { type: 'integer', minimum: f.min, maximum: f.max, title };
    case 'money':
      return { type: 'integer', minimum: 0, title, description: '分' };
    case 'people':
      return { type: 'array', title, items: { type: 'string', format: 'uuid' } };
    case 'person':
    case 'organisation':
    case 'case':
    case 'party':
      return { type: 'string', format: 'uuid', title };
    case 'parties':
      return { type: 'array', title, items: partySchema(Object.keys(f.roles)) };
  }
}

const partySchema = (roles: string[]): Schema => ({
  type: 'object',
  properties: {
    role: { type: 'string', enum: roles },
    kind: { type: 'string', enum: ['natural', 'legal', 'organ'] },
    name: { type: 'string', maxLength: 100 },
    id_number: { type: 'string' },
    phone: { type: 'string' },
    address: { type: 'string' },
  },
  required: ['role', 'name'],
  additionalProperties: false,
});

// `node dist/apps/api/openapi.js` prints the document: how the docs command gets it, since apps never import apps.
if (require.main === module) {
  openApiDocument().then(
    (document) => process.stdout.write(`${JSON.stringify(document, null, 2)}\n`),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
