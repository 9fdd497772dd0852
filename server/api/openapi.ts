import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { SITE_NAME } from '../presenters/page.ts';
import { PROBLEMS, type ProblemCode } from '../problems.ts';
import { COMPONENTS, ErrorAnswer } from './answers.ts';
import { methodOf, OPERATION_NAMES, OPERATIONS, type Operation, type OperationName } from './operations.ts';

/** A JSON schema, as far as readers are told of it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly string[];
  readonly default?: string | number;
}

export interface ParameterDescription {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
}

interface ResponseDescription {
  readonly description: string;
  /** By media type. */
  readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

interface BodyDescription {
  readonly description: string;
  readonly required: true;
  readonly content: {
    readonly 'text/plain': { readonly schema: JsonSchema; readonly example: string };
  };
}

export interface OperationDescription {
  readonly operationId: OperationName;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ParameterDescription[];
  readonly requestBody?: BodyDescription;
  /** By status. */
  readonly responses: Readonly<Record<string, ResponseDescription>>;
}

/** By method. */
type PathDescription = Readonly<Partial<Record<'get' | 'post', OperationDescription>>>;

/** A description of the interface (OpenAPI 3.1): the parts of one that this one has. */
export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, PathDescription>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

let made: OpenApi | undefined;

/** The description of the interface, made of the table of routes and the schemas the server reads by. */
export function openApi(): OpenApi {
  made ??= {
    openapi: '3.1.0',
    info: { title: SITE_NAME, version: manifest.version, description: manifest.description },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      OPERATION_NAMES.map((name) => [
        OPERATIONS[name].address,
        { [methodOf(OPERATIONS[name])]: describeOperation(name) },
      ]),
    ),
    components: { schemas: components() },
  };
  return made;
}

function describeOperation(name: OperationName): OperationDescription {
  const {
    summary,
    description,
    path,
    query,
    body,
    answer,
    isCsv,
    media = [],
    errors,
  }: Operation = OPERATIONS[name];
  return {
    operationId: name,
    summary,
    description,
    parameters: [...describeParameters(path, 'path'), ...describeParameters(query, 'query')],
    ...(body ? { requestBody: describeBody(body) } : {}),
    responses: {
      200: {
        description: summary,
        content: { ...content(answer, isCsv ? 'text/csv' : 'application/json'), ...texts(media) },
      },
      ...Object.fromEntries(
        [...new Set(errors.map((code) => PROBLEMS[code].status))].map((status) => [
          status,
          { description: meanings(errors, status), content: content(ErrorAnswer, 'application/json') },
        ]),
      ),
    },
  };
}

/** The errors of a status, each with its code. */
function meanings(errors: readonly ProblemCode[], status: number): string {
  return errors
    .filter((code) => PROBLEMS[code].status === status)
    .map((code) => `${code}：${PROBLEMS[code].meaning}`)
    .join('。');
}

function describeParameters(
  { shape }: z.ZodObject,
  place: ParameterDescription['in'],
): ParameterDescription[] {
  return Object.entries(shape).map(([name, field]) => {
    const { $schema: _, description = '', ...schema } = z.toJSONSchema(field, { override });
    const optional = field instanceof z.ZodArray || z.safeParse(field, undefined).success;
    return { name, in: place, required: !optional, description, schema: schema as JsonSchema };
  });
}

function describeBody({ description, example }: NonNullable<Operation['body']>): BodyDescription {
  return { description, required: true, content: { 'text/plain': { schema: { type: 'string' }, example } } };
}

function content(schema: z.ZodObject, type: string): ResponseDescription['content'] {
  return { [type]: { schema: { $ref: reference(COMPONENTS.get(schema)?.id ?? '') } } };
}

/** Answers in other forms than JSON, which no schema here describes. */
function texts(media: readonly string[]) {
  return Object.fromEntries(media.map((type) => [type, { schema: { type: 'string' } }]));
}

function reference(id: string): string {
  return `#/components/schemas/${id}`;
}

function components(): Record<string, JsonSchema> {
  // As they are given, answers may have more than is said of them, so that one more thing breaks no program.
  const { schemas } = z.toJSONSchema(COMPONENTS, { io: 'input', uri: reference, override });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema as JsonSchema]),
  );
}

/** Leaves out what zod adds of its own: how far JavaScript counts, how a date looks in a pattern. */
function override({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
