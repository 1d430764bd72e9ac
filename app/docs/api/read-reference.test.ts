import { expect, test } from "vitest";
import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { snippets } from "#components/api/snippets.ts";
import { readReference } from "./read-reference.ts";

const named = z.strictObject({ amount: z.int() }).meta({ id: "Amount" });
const greet = operation({
  id: "greet",
  method: "POST",
  path: "/people/{id}/greeting",
  tag: "People",
  summary: "Greet somebody",
  scope: "send",
  params: z.strictObject({ id: z.string() }),
  body: z.strictObject({ words: z.string().meta({ description: "What to say" }), loud: z.boolean().optional() }),
  answer: z.strictObject({ greetings: z.array(z.strictObject({ price: named.nullable() })) }),
  example: { params: { id: "p 1" }, body: { words: 'it\'s null, "true"', loud: true } },
  run: async () => ({ greetings: [] }),
});

test("tells a call's fields by the shapes that parse it, with named shapes written out", () => {
  const [group] = readReference([greet], "https://shop.example/v1");
  const [entry] = group?.entries ?? [];
  expect(entry?.asked.map(({ place }) => place)).toEqual(["path", "body"]);
  expect(entry?.asked[1]?.fields).toEqual([
    { name: "words", type: "string", required: true, description: "What to say" },
    { name: "loud", type: "boolean", required: false, description: null },
  ]);
  expect(entry?.answered.map(({ name }) => name)).toEqual([
    "greetings",
    "greetings[].price",
    "greetings[].price.amount",
  ]);
});

test("writes a call that can be pasted, whatever stands in its body", () => {
  const [entry] = readReference([greet], "https://shop.example/v1")[0]?.entries ?? [];
  if (!entry) throw new Error("the call is not told");
  expect(snippets.curl.of(entry)).toContain(`it'\\''s null`);
  expect(snippets.python.of(entry)).toContain('"loud": True');
  expect(snippets.python.of(entry)).toContain('it\'s null, \\"true\\"');
  expect(snippets.typescript.of(entry)).toContain('method: "POST"');
});
