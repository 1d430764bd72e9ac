import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { envelopeOf, eventShapes, eventTypes, eventVersion } from "./outgoing-event.ts";

const page = readFileSync(new URL("../docs/webhooks.md", import.meta.url), "utf8");
const examples = new Map(
  [...page.matchAll(/^### (\S+)\n[^#]*?```json\n([^`]+)```/gm)].map(([, type = "", json = ""]) => [type, json]),
);
const envelope = z.strictObject({
  ...{ id: z.string(), type: z.enum(eventTypes), version: z.literal(eventVersion), timestamp: z.iso.datetime() },
  data: z.record(z.string(), z.unknown()),
});

test("the page on webhooks shows every event once, and none that there is not", () => {
  expect([...examples.keys()]).toEqual(eventTypes);
});

test.each(eventTypes)("the page's example of %s is one that is told", (type) => {
  const shown = envelope.parse(JSON.parse(examples.get(type) ?? "null"));
  expect(shown.type).toBe(type);
  expect(eventShapes[type].safeParse(shown.data).error).toBeUndefined();
  const told = envelopeOf({ id: shown.id, type, data: shown.data, at: new Date(shown.timestamp) });
  expect(told).toEqual(shown);
});

/** What would name a person, or hold words of theirs, by the names of fields. */
const personal = /address|email|subject|text|html|words|firstName|lastName|phone|body$/i;

test.each(eventTypes)("%s tells ids, money and states, and takes nothing else", (type) => {
  const shape: z.ZodObject = eventShapes[type];
  expect(Object.keys(shape.shape).filter((name) => personal.test(name))).toEqual([]);
  const example = envelope.parse(JSON.parse(examples.get(type) ?? "null"));
  expect(shape.safeParse({ ...example.data, email: "ada@example.com" }).success).toBe(false);
});
