import { parse } from "lossless-json";
import type { Translation } from "#domain/shop-event.ts";

export type Rejection = Extract<Translation, { kind: "rejected" }>;

const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a body as JSON without losing a digit: a number that a double cannot hold becomes its text, so that two
 * different ids never become equal. The last of two equal keys wins, as with JSON.parse.
 */
export function readJson(body: Uint8Array): { kind: "json"; json: unknown } | Rejection {
  const text = decoded(body);
  if (text === null) return { kind: "rejected", reason: "invalid_utf8", detail: "body" };
  try {
    return { kind: "json", json: delicate.test(text) ? slowly(text) : JSON.parse(text) };
  } catch {
    return { kind: "rejected", reason: "malformed_json", detail: "body" };
  }
}

/**
 * Numbers that may lose something as a double: sixteen places and more, exponents, many zeros behind the point, minus
 * zero; and `__proto__`, which is no name as any other. Without them the built-in parser says the same, much faster.
 */
const delicate = /(?:^|[:,[])\s*-?(?:[\d.]*[eE]|[\d.]{16}|0\.00000)|(?:^|[:,[])\s*-0|__proto__|\\u005f/i;

const slowly = (text: string) => parse(text, null, { parseNumber: exact, onDuplicateKey: (key) => key.newValue });

function decoded(body: Uint8Array): string | null {
  try {
    return decoder.decode(body);
  } catch {
    return null;
  }
}

function exact(digits: string): number | string {
  const number = Number(digits);
  return String(number) === digits.replace(/\.0+$|(\.\d*?[1-9])0+$/, "$1") ? number : digits;
}
