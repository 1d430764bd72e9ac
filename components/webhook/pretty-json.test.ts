import { expect, test } from "vitest";
import { prettyJson } from "./pretty-json.ts";

test("lays out objects and lists, and leaves empty ones on one line", () => {
  expect(prettyJson('{"a":[1,{"b":null}],"c":{},"d":[]}')).toBe(
    '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {},\n  "d": []\n}',
  );
});

test("keeps numbers as sent, beyond what JavaScript can hold", () => {
  expect(prettyJson('{"id":90071992547409931234,"price":1.10}')).toContain("90071992547409931234");
  expect(prettyJson('{"price":1.10}')).toContain("1.10");
});

test("changes nothing within strings, whatever they hold", () => {
  const text = '{"x":"a, b: {c} [d] \\" <script> \u202e \\\\"}';
  expect(prettyJson(text)).toBe('{\n  "x": "a, b: {c} [d] \\" <script> \u202e \\\\"\n}');
});

test("says nothing of the same document", () => {
  const made = JSON.stringify({ lines: [{ title: "Teapot, blue", n: -1.5e3 }], ok: true, none: null });
  expect(JSON.parse(prettyJson(made) ?? "")).toEqual(JSON.parse(made));
});

test("is null for what is no JSON", () => {
  for (const text of ["", "webhook_id=3", "{", "[1,]", "{'a':1}"]) expect(prettyJson(text)).toBeNull();
});
