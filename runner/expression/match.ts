import type { ASTNode } from "@marcbachmann/cel-js";
import { canonical } from "../protocol/canonical.ts";
import { parse } from "./compile.ts";
import { member } from "./values.ts";

/** The part of a pause's condition that an index can answer: this path of the incoming event has this value. */
export interface Match {
  path: string;
  value: unknown;
  /** The equality is the whole condition, so nothing is left to evaluate. */
  whole: boolean;
}

interface Reference {
  root: string;
  path: string[];
}

function referenceOf(node: ASTNode): Reference | null {
  if (node.op === "id") return { root: node.args, path: [] };
  if (node.op !== ".") return null;
  const owner = referenceOf(node.args[0]);
  return owner === null ? null : { root: owner.root, path: [...owner.path, node.args[1]] };
}

export function valueAt(event: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => member(value, key), event);
}

function sideOf(node: ASTNode, event: unknown): { value: unknown } | null {
  if (node.op === "value") {
    const plain = typeof node.args === "bigint" ? Number(node.args) : node.args;
    return { value: plain };
  }
  const reference = referenceOf(node);
  return reference?.root === "event" ? { value: valueAt(event, reference.path) } : null;
}

function matchOf(node: ASTNode, event: unknown): Match | null {
  if (node.op === "&&") {
    const found = matchOf(node.args[0], event) ?? matchOf(node.args[1], event);
    return found === null ? null : { ...found, whole: false };
  }
  if (node.op !== "==") return null;
  for (const [side, other] of [node.args, [node.args[1], node.args[0]] as const]) {
    const reference = referenceOf(side);
    const value = sideOf(other, event);
    if (reference?.root === "async" && reference.path.length > 0 && value !== null) {
      return { path: reference.path.join("."), value: value.value, whole: true };
    }
  }
  return null;
}

/**
 * Splits `event.X == async.X` (or a literal) off a condition. With it an incoming event finds its own pauses by index,
 * instead of being held against every waiting run. Null when no conjunct has that form.
 */
export function indexableMatch(expression: string, event: unknown): Match | null {
  return matchOf(parse(expression), event);
}

export function matchKey(path: string, value: unknown): string {
  return `${path}=${canonical(value ?? null)}`;
}
