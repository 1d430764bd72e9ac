import type { ApiMethod, Operation } from "#auth/operation.ts";
import { operations } from "./operations.ts";

type Way = { operation: Operation; method: ApiMethod; pattern: RegExp; names: string[] };

/** Every path of every operation; those without parameters first, so that `/drafts/pending` is no draft's id. */
const ways: Way[] = operations
  .flatMap((operation) => [operation.path, ...(operation.aliases ?? [])].map((path) => wayOf(operation, path)))
  .sort((one, other) => one.names.length - other.names.length);

function wayOf(operation: Operation, path: string): Way {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, "([^/]+)")}/?$`);
  return { operation, method: operation.method, pattern, names };
}

export type Found =
  | { kind: "found"; operation: Operation; params: Record<string, string> }
  | { kind: "other_method"; allowed: ApiMethod[] }
  | { kind: "nothing" };

/** Which operation answers a path below `/v1`. */
export function findOperation(method: string, path: string): Found {
  const fitting = ways.filter(({ pattern }) => pattern.test(path));
  const way = fitting.find((one) => one.method === method);
  if (!way) {
    const allowed = [...new Set(fitting.map((one) => one.method))];
    return allowed.length > 0 ? { kind: "other_method", allowed } : { kind: "nothing" };
  }
  const [, ...values] = way.pattern.exec(path) ?? [];
  const params = Object.fromEntries(way.names.map((name, at) => [name, decoded(values[at] ?? "")]));
  return { kind: "found", operation: way.operation, params };
}

/** What is no sound encoding names nothing that exists. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
