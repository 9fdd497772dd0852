import { z } from 'zod';

/** A parameter that can't be used, and why. */
export interface Refusal<Name extends string> {
  readonly parameter: Name;
  readonly message: string;
}

/**
 * Reads the parameters of an address by their schemas. Those it doesn't know are ignored, and empty ones are
 * as if they weren't there. Of one that makes sense only once, the first counts; of one whose schema is an
 * array, each value, trimmed, once.
 * @returns the values, with defaults in place of what can't be used, and all problems in the schemas' order.
 */
export function readParameters<Shape extends Readonly<Record<string, z.ZodType>>>(
  { shape }: z.ZodObject<Shape>,
  parameters: URLSearchParams,
) {
  const problems: Refusal<keyof Shape & string>[] = [];
  const read = (name: string, schema: z.core.$ZodType, text: string | undefined) => {
    const { success, data, error } = z.safeParse(schema, text);
    if (!success) problems.push({ parameter: name, message: error.issues[0]?.message ?? '' });
    return success ? [data] : [];
  };
  const values = Object.entries(shape).map(([name, schema]) => {
    if (schema instanceof z.ZodArray) {
      const texts = new Set(parameters.getAll(name).map((text) => text.trim()));
      texts.delete('');
      return [name, [...texts].flatMap((text) => read(name, schema.element, text))];
    }
    const [value = schema.safeParse(undefined).data] = read(name, schema, parameters.get(name) || undefined);
    return [name, value];
  });
  return { values: Object.fromEntries(values) as z.output<z.ZodObject<Shape>>, problems };
}
