import {
  type JsonSchema,
  type OperationDescription,
  openApi,
  type ParameterDescription,
} from '../api/openapi.ts';
import { exampleUrl, methodOf, OPERATIONS, type Operation } from '../api/operations.ts';
import type { SampleAnswers } from '../api/sample-answers.ts';
import type { Catalogue } from '../catalogue.ts';
import { PROBLEMS } from '../problems.ts';
import { type Page, pageTitle } from './page.ts';
import { componentOf, type Field, fieldsOf, valuesText } from './schema-text.ts';
import { shortened } from './shortened.ts';

interface ParameterView {
  readonly name: string;
  readonly description: string;
  readonly values: string;
  /** What holds where it isn't given. */
  readonly otherwise: string;
}

interface RouteView {
  readonly id: string;
  readonly address: string;
  readonly method: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ParameterView[];
  /** What has to be sent, and an example of it. */
  readonly body: { readonly about: string; readonly example: string } | null;
  readonly examples: readonly { readonly what: string; readonly text: string; readonly href: string }[];
  /** The answer to the first example, shortened; empty where there is none. */
  readonly answer: string;
  /** Whether it answers with a table, a row of which is as the schema says. */
  readonly isCsv: boolean;
  /** The name of its answers' schema. */
  readonly component: string;
  readonly errors: readonly { readonly status: string; readonly description: string }[];
}

interface ApiPage extends Page {
  readonly version: string;
  readonly routes: readonly RouteView[];
  readonly components: readonly { readonly id: string; readonly fields: readonly Field[] }[];
  readonly problems: readonly { readonly code: string; readonly status: number; readonly meaning: string }[];
}

/** Presents the description of the interface, with examples that work on this collection. */
export function apiPage(catalogue: Catalogue, answers: SampleAnswers): ApiPage {
  const { info, paths, components } = openApi();
  return {
    title: pageTitle('数据接口'),
    styles: ['api'],
    description: '供程序使用的检索接口：地址、参数、例子、答案的格式和错误。',
    canonical: '/help/api',
    version: info.version,
    routes: Object.entries(paths).flatMap(([address, methods]) =>
      Object.values(methods).map((described) => routeView(address, described, catalogue, answers)),
    ),
    components: Object.entries(components.schemas).map(([id, schema]) => ({ id, fields: fieldsOf(schema) })),
    problems: Object.entries(PROBLEMS).map(([code, problem]) => ({ code, ...problem })),
  };
}

function routeView(
  address: string,
  { operationId, summary, description, parameters, requestBody, responses }: OperationDescription,
  catalogue: Catalogue,
  answers: SampleAnswers,
): RouteView {
  const operation: Operation = OPERATIONS[operationId];
  const { 200: ok, ...errors } = responses;
  const answer = answers.get(operationId);
  return {
    id: operationId,
    address,
    method: methodOf(operation).toUpperCase(),
    summary,
    description,
    parameters: parameters.map(parameterView),
    body: requestBody
      ? { about: requestBody.description, example: requestBody.content['text/plain'].example }
      : null,
    examples: operation.examples(catalogue).map((example) => {
      const href = exampleUrl(operation, example);
      return { what: example.what, text: decodeURIComponent(href.replaceAll('+', ' ')), href };
    }),
    answer: answer === undefined ? '' : JSON.stringify(shortened(answer), null, 2),
    isCsv: operation.isCsv === true,
    component: componentOf(Object.values(ok?.content ?? {})[0]?.schema ?? {}),
    errors: Object.entries(errors).map(([status, { description }]) => ({ status, description })),
  };
}

function parameterView({ name, required, description, schema }: ParameterDescription): ParameterView {
  const { items } = schema;
  return {
    name,
    description,
    values: items ? `${valuesText(items)}；可以写多次` : valuesText(schema),
    otherwise: required ? '必须有' : defaultText(schema),
  };
}

function defaultText({ default: value = '' }: JsonSchema): string {
  return value === '' ? '无' : String(value);
}
