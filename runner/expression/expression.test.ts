import { describe, expect, test } from "vitest";
import { compile, evaluate, holds, UnsupportedExpression } from "./compile.ts";
import { indexableMatch } from "./match.ts";

const event = {
  name: "cart",
  data: { id: "c1", total: 120, tags: ["vip", "eu"], lines: [{ sku: "a" }, { sku: "b" }], none: null },
};
const incoming = { name: "order", data: { id: "c1", total: 5 } };

const values: [string, unknown][] = [
  ["event.data.id", "c1"],
  ["event.data.missing.deeper", null],
  ["event.data.missing == null", true],
  ["event.data.none == null", true],
  ["event.data.id == 1", false],
  ["event.data.total == '120'", false],
  ["event.data.total > 100 && event.data.total <= 120", true],
  ["event.data.missing > 1", false],
  ["event.data.missing || event.data.id", "c1"],
  ["event.data.id && event.data.total", 120],
  ["event.data.missing ? 'yes' : 'no'", "no"],
  ["!event.data.missing", true],
  ["'n-' + event.data.total", "n-120"],
  ["event.data.id + '-' + event.data.missing", "c1-"],
  ["event.data.total * 2 - 1", 239],
  ["event.data.total % 7", 1],
  ["event.data.total / 0", null],
  ["-event.data.total", -120],
  ["'vip' in event.data.tags", true],
  ["event.data.id in ['c2', 'c1']", true],
  ["'id' in event.data", true],
  ["event.data.tags[1]", "eu"],
  ["event.data['id']", "c1"],
  ["size(event.data.tags)", 2],
  ["event.data.tags.size()", 2],
  ["has(event.data.none)", false],
  ["has(event.data.id)", true],
  ["event.data.id.startsWith('c')", true],
  ["event.data.missing.startsWith('c')", null],
  ["event.data.id.contains('1')", true],
  ["event.data.lines.exists(line, line.sku == 'b')", true],
  ["event.data.lines.all(line, line.sku == 'b')", false],
  ["string(event.data.total)", "120"],
  ["int('12') + 1", 13],
  ["event.data.id == async.data.id", true],
  ["async.data.total < event.data.total", true],
];

test.each(values)("%s is %j", (text, expected) => {
  expect(evaluate(text, { event, async: incoming })).toEqual(expected);
});

const refused = [
  "event.data.x.matches('a+')",
  "user.id == 1",
  "async.data.id",
  "b'bytes' == event.data.id",
  "timestamp(event.ts)",
  "event.data.lines.map(line, line.sku)",
  "has(event)",
  "event.data.x ==",
  "{'a': 1}",
];

test.each(refused)("refuses %s", (text) => {
  expect(() => compile(text, ["event"])).toThrow(UnsupportedExpression);
});

test("a condition holds when its value is truthy", () => {
  expect(holds("event.data.id", { event })).toBe(true);
  expect(holds("event.data.missing", { event })).toBe(false);
  expect(holds("event.data.total - 120", { event })).toBe(false);
});

describe("the part that an index can answer", () => {
  const cases: [string, unknown][] = [
    ["event.data.id == async.data.id", { path: "data.id", value: "c1", whole: true }],
    ["async.data.cart == event.data.id", { path: "data.cart", value: "c1", whole: true }],
    ["async.data.kind == 'paid'", { path: "data.kind", value: "paid", whole: true }],
    ["async.data.n == 3", { path: "data.n", value: 3, whole: true }],
    ["async.data.n > 1 && event.data.id == async.data.id", { path: "data.id", value: "c1", whole: false }],
    ["event.data.id == async.data.id || async.data.all", null],
    ["async.data.n > 1", null],
    ["event.data.missing == async.data.id", { path: "data.id", value: null, whole: true }],
  ];
  test.each(cases)("of %s", (text, expected) => {
    expect(indexableMatch(text, event)).toEqual(expected);
  });
});
