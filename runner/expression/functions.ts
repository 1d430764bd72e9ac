import { contains, isRecord, member, numberOf, textOf } from "./values.ts";

type Call = (values: readonly unknown[]) => unknown;

const size: Call = ([value]) => {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return isRecord(value) ? Object.keys(value).length : 0;
};

const ofText = (work: (text: string, other: string) => unknown): Call => {
  return ([value, other]) => (typeof value === "string" ? work(value, textOf(other)) : null);
};

/** Calls as `name(value)`. */
export const functions: ReadonlyMap<string, { arity: number; call: Call }> = new Map([
  ["size", { arity: 1, call: size }],
  ["string", { arity: 1, call: ([value]) => textOf(value) }],
  ["int", { arity: 1, call: ([value]) => wholeOf(value) }],
  ["double", { arity: 1, call: ([value]) => numberOf(value) }],
]);

/** Calls as `value.name(other)`. */
export const methods: ReadonlyMap<string, { arity: number; call: Call }> = new Map([
  ["size", { arity: 0, call: size }],
  ["startsWith", { arity: 1, call: ofText((text, other) => text.startsWith(other)) }],
  ["endsWith", { arity: 1, call: ofText((text, other) => text.endsWith(other)) }],
  ["contains", { arity: 1, call: ([value, other]) => holds(value, other) }],
  ["lowerAscii", { arity: 0, call: ofText((text) => text.toLowerCase()) }],
  ["upperAscii", { arity: 0, call: ofText((text) => text.toUpperCase()) }],
]);

function wholeOf(value: unknown): number | null {
  const number = numberOf(value);
  return number === null ? null : Math.trunc(number);
}

function holds(value: unknown, other: unknown): boolean {
  return typeof value === "string" ? value.includes(textOf(other)) : contains(value, other);
}

/** `has(a.b)`: the key is there and not null. */
export const has = (container: unknown, key: unknown): boolean => member(container, key) !== null;
