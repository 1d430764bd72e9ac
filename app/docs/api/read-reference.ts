import { z } from "zod";
import type { Operation } from "#auth/operation.ts";
import type { ReferenceEntry, ReferenceField, ReferenceGroup } from "#components/api/reference.ts";

/** As much of a JSON Schema as the reference shows. */
type Schema = {
  type?: string | string[] | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  items?: Schema | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  description?: string | undefined;
  format?: string | undefined;
};

const schema: z.ZodType<Schema> = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z
    .record(
      z.string(),
      z.lazy(() => schema),
    )
    .optional(),
  required: z.array(z.string()).optional(),
  items: z.lazy(() => schema).optional(),
  anyOf: z.array(z.lazy(() => schema)).optional(),
  oneOf: z.array(z.lazy(() => schema)).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  description: z.string().optional(),
  format: z.string().optional(),
});

/** The reference in groups, made of the shapes that parse and describe, like the OpenAPI document. */
export function readReference(operations: Operation[], base: string): ReferenceGroup[] {
  const groups = Map.groupBy(operations, ({ tag }) => tag);
  return [...groups].map(([tag, theirs]) => ({ tag, entries: theirs.map((one) => entryOf(one, base)) }));
}

function entryOf(operation: Operation, base: string): ReferenceEntry {
  const { id, method, path, aliases = [], summary, description, scope, loosens, status = 200, shapes } = operation;
  const asked = (["path", "query", "body"] as const).flatMap((place) => {
    const shape = { path: shapes.params, query: shapes.query, body: shapes.body }[place];
    return shape ? [{ place, fields: fieldsOf(schemaOf(shape, "input")) }] : [];
  });
  return {
    ...{
      id,
      method,
      path,
      aliases,
      summary,
      description: description ?? null,
      scope,
      needsCode: Boolean(loosens),
      status,
    },
    asked,
    answered: shapes.answer ? fieldsOf(schemaOf(shapes.answer, "output")) : [],
    example: exampleOf(operation, base),
  };
}

function exampleOf({ path, shapes, example = {} }: Operation, base: string): ReferenceEntry["example"] {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => example.params?.[name] ?? `{${name}}`);
  const query = new URLSearchParams(example.query ?? {}).toString();
  return { url: `${base}${filled}${query ? `?${query}` : ""}`, body: shapes.body ? (example.body ?? {}) : undefined };
}

/** Shapes with a name are written out where they stand, so that each call can be read by itself. */
function schemaOf(shape: z.ZodType, io: "input" | "output"): Schema {
  const { $defs = {}, ...made } = z.toJSONSchema(shape, { io, unrepresentable: "any" });
  const writtenOut = JSON.parse(JSON.stringify(made), (_, value: unknown) => named(value, $defs));
  return schema.parse(named(writtenOut, $defs));
}

/** What a reference points at, with the references in it written out too; anything else as it is. */
function named(value: unknown, definitions: Record<string, unknown>): unknown {
  const found = reference.safeParse(value);
  const definition = found.success ? definitions[found.data.$ref.replace("#/$defs/", "")] : undefined;
  if (definition === undefined) return value;
  return JSON.parse(JSON.stringify(definition), (key, inner: unknown) =>
    key === "" ? inner : named(inner, definitions),
  );
}

const reference = z.object({ $ref: z.string() });

const deepest = 3;

function fieldsOf(shown: Schema, above = "", depth = 0): ReferenceField[] {
  const inner = shown.type === "array" && shown.items ? shown.items : shown;
  return Object.entries(inner.properties ?? {}).flatMap(([key, field]) => {
    const name = `${above}${key}`;
    const required = inner.required?.includes(key) ?? false;
    const row = { name, type: typeText(field), required, description: field.description ?? null };
    const below = [field, ...(field.anyOf ?? []), ...(field.oneOf ?? [])];
    const suffix = field.type === "array" ? "[]." : ".";
    return [row, ...(depth < deepest ? below.flatMap((one) => fieldsOf(one, name + suffix, depth + 1)) : [])];
  });
}

function typeText(of: Schema): string {
  const either = of.anyOf ?? of.oneOf;
  if (either) return [...new Set(either.map(typeText))].join(" | ");
  if (of.const !== undefined) return JSON.stringify(of.const);
  if (of.enum) return of.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (of.type === "array") return `${of.items ? typeText(of.items) : "any"}[]`;
  if (of.format === "date-time") return "time";
  return Array.isArray(of.type) ? of.type.join(" | ") : (of.type ?? "any");
}
