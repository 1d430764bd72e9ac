import { expect, test } from "vitest";
import { z } from "zod";
import { toolShapeOf } from "../mcp/tool-shapes.ts";
import { openApiOf } from "./openapi.ts";
import { operations } from "./operations.ts";

// What the one list of operations tells those who read it: the reference and the tools.

const told = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z.array(
          z.object({
            name: z.string(),
            description: z.string().optional(),
            schema: z.looseObject({ description: z.string().optional() }),
          }),
        ),
      }),
    ),
  ),
});

test("every parameter of every call says what it is", () => {
  const { paths } = told.parse(openApiOf(operations, "https://shop.example/v1"));
  const calls = Object.values(paths).flatMap((methods) => Object.values(methods));
  const silent = calls.flatMap(({ operationId, parameters }) =>
    parameters
      .filter(({ description, schema }) => !description && !schema.description)
      .map(({ name }) => `${operationId} ${name}`),
  );
  expect(calls.length).toBeGreaterThan(100);
  expect(silent).toEqual([]);
});

const hintsOf = (id: string) => {
  const operation = operations.find((one) => one.id === id);
  return operation && toolShapeOf(operation).annotations;
};

test.each([
  ["get_cart", { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }],
  ["send_email", { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true }],
  ["cancel_message", { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false }],
  ["decide_email", { readOnlyHint: false, destructiveHint: true, openWorldHint: true }],
  ["stop_enrollment", { destructiveHint: true, idempotentHint: true }],
  ["conclude_experiment", { destructiveHint: true, idempotentHint: false }],
  ["resume_sequence", { destructiveHint: false, idempotentHint: true }],
  ["rotate_webhook_secret", { destructiveHint: true, idempotentHint: false }],
  ["delete_contact", { destructiveHint: true, idempotentHint: true }],
])("clients are told of %s what it does to the world: %j", (id, hints) => {
  expect(hintsOf(id)).toMatchObject(hints);
});
