import type { JsonSchema } from '../api/openapi.ts';
import { formatCount } from './page.ts';

/** One of the things an object of JSON has. */
export interface Field {
  /** With the names of the objects it stands in: `report.id`, `tables[].rows`. */
  readonly name: string;
  readonly values: string;
  /** The name of the schema that says more of it; empty where none does. */
  readonly component: string;
  readonly description: string;
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  boolean: 'true 或 false',
  object: '对象',
  null: 'null',
};

/** What a schema allows, in words. */
export function valuesText(schema: JsonSchema): string {
  const { type, anyOf, prefixItems, items } = schema;
  if (schema.$ref) return componentOf(schema);
  if (schema.const) return schema.const;
  if (schema.enum) return schema.enum.join('、');
  if (anyOf) return anyOf.map(valuesText).join(' 或 ');
  if (prefixItems) return `[${prefixItems.map(valuesText).join(', ')}]`;
  if (items) return `${valuesText(items)} 的列表`;
  if (typeof type === 'string') return `${plainText(type, schema)}${exampleText(schema)}`;
  return (type ?? ['object']).map((one) => plainText(one, schema)).join(' 或 ');
}

function plainText(type: string, { minimum, maximum, maxLength, format }: JsonSchema): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum} 到 ${maximum} 的整数`;
  if (maxLength !== undefined) return `文字，最长 ${formatCount(maxLength)} 个字符`;
  return format === 'date' ? '日期，如 2026-01-28' : (TYPES[type] ?? type);
}

function exampleText({ examples = [] }: JsonSchema): string {
  return examples.length === 0 ? '' : `，如 ${examples.join('、')}`;
}

/** All that an object of this schema has, what its own objects have following each. */
export function fieldsOf({ properties = {} }: JsonSchema, prefix = ''): Field[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = `${prefix}${key}`;
    const { description = '', items, anyOf = [] } = schema;
    const component = componentOf(items || anyOf.find(({ $ref }) => $ref) || schema);
    return [
      { name, values: valuesText(schema), component, description },
      ...fieldsOf(schema, `${name}.`),
      ...fieldsOf(items || {}, `${name}[].`),
    ];
  });
}

/** The name of the schema that another one only refers to. */
export function componentOf({ $ref = '' }: JsonSchema): string {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}
