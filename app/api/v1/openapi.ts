import { z } from "zod";
import type { Operation } from "#auth/operation.ts";
import { errorStatus } from "#domain/app-error.ts";
import { apiError } from "./shapes.ts";

type Json = Record<string, unknown>;

/** The whole API as an OpenAPI 3.1 document, made of the very shapes that parse requests and describe answers. */
export function openApiOf(operations: Operation[], serverUrl: string): Json {
  const components: Json = {};
  const schemaOf = (shape: z.ZodType, io: "input" | "output") => jsonSchema(shape, io, components);
  const errorSchema = schemaOf(apiError, "output");
  const paths: Record<string, Json> = {};
  for (const operation of operations)
    for (const [at, path] of [operation.path, ...(operation.aliases ?? [])].entries()) {
      const described = describe(operation, path, { schemaOf, errorSchema });
      const operationId = at === 0 ? operation.id : `${operation.id}_${at + 1}`;
      paths[path] = { ...paths[path], [operation.method.toLowerCase()]: { ...described, operationId } };
    }
  return {
    openapi: "3.1.0",
    info: {
      title: "Comeback",
      version: "1",
      description:
        "Everything that a person can do, a program can do, within its leash. Times are ISO 8601 in UTC, money is in minor units.",
    },
    servers: [{ url: serverUrl }],
    security: [{ bearer: [] }, { key: [] }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "An API key: `cb_live_…` or `cb_test_…`" },
        key: { type: "apiKey", in: "header", name: "X-API-Key" },
      },
    },
  };
}

type Tools = { schemaOf: (shape: z.ZodType, io: "input" | "output") => Json; errorSchema: Json };

function describe(operation: Operation, path: string, { schemaOf, errorSchema }: Tools): Json {
  const { shapes, status = 200 } = operation;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const content = (schema: Json, example?: unknown) => ({
    "application/json": { schema, ...(example === undefined ? {} : { example }) },
  });
  return {
    tags: [operation.tag],
    summary: operation.summary,
    description: descriptionOf(operation),
    security: [{ bearer: [operation.scope] }, { key: [operation.scope] }],
    parameters: [
      ...(shapes.params ? parametersOf("path", schemaOf(shapes.params, "input"), names) : []),
      ...(shapes.query ? parametersOf("query", schemaOf(shapes.query, "input")) : []),
      ...headersOf(operation),
    ],
    ...(shapes.body
      ? { requestBody: { required: true, content: content(schemaOf(shapes.body, "input"), operation.example?.body) } }
      : {}),
    responses: {
      [status]: {
        description: status === 204 ? "Done" : operation.summary,
        ...(shapes.answer && status !== 204 ? { content: content(schemaOf(shapes.answer, "output")) } : {}),
      },
      ...Object.fromEntries(
        Object.entries(errorStatus).map(([code, number]) => [
          number,
          { description: code, content: content(errorSchema) },
        ]),
      ),
    },
  };
}

function descriptionOf({ description, loosens, scope }: Operation): string {
  const code = loosens ? " Loosens control: a program needs a one-time code of a person (`X-Comeback-Code`)." : "";
  return `${description ? `${description} ` : ""}Needs the scope \`${scope}\`.${code}`;
}

function headersOf({ method, loosens }: Operation): Json[] {
  const header = (name: string, description: string) => ({
    in: "header",
    name,
    description,
    schema: { type: "string" },
  });
  return [
    ...(method === "GET"
      ? []
      : [
          header("Idempotency-Key", "Under the same key the same request is done once and answered alike for 24 hours"),
        ]),
    ...(loosens ? [header("X-Comeback-Code", "The one-time code that a person was mailed for this request")] : []),
  ];
}

function parametersOf(place: "path" | "query", schema: Json, only?: string[]): Json[] {
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties)
    .filter(([name]) => only === undefined || only.includes(name))
    .map(([name, one]) => {
      const { description, ...rest } = one;
      const needed = place === "path" || required.includes(name);
      return { in: place, name, required: needed, ...(description ? { description } : {}), schema: rest };
    });
}

/** A shape as JSON Schema; the shapes with an id of their own stand among the components. */
function jsonSchema(shape: z.ZodType, io: "input" | "output", components: Json): Json {
  const made = z.toJSONSchema(shape, { io, unrepresentable: "any", target: "draft-2020-12" }) as Json;
  const { $schema: _, $defs, ...schema } = relinked(made) as Json;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json)) components[name] ??= withoutId(definition);
  const named = schema.id;
  if (typeof named !== "string") return schema;
  components[named] ??= withoutId(schema);
  return { $ref: `#/components/schemas/${named}` };
}

function withoutId(schema: unknown): unknown {
  const { id: _, ...rest } = schema as Json;
  return rest;
}

function relinked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relinked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === "$ref" && typeof one === "string" ? one.replace("#/$defs/", "#/components/schemas/") : relinked(one),
    ]),
  );
}
