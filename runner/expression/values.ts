/** Inngest's own reading of CEL values: a missing key is null, and no operation on the wrong type is an error. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function truthy(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false && value !== 0 && value !== "";
}

export function member(value: unknown, key: unknown): unknown {
  if (Array.isArray(value)) return typeof key === "number" ? (value[key] ?? null) : null;
  if (!isRecord(value) || (typeof key !== "string" && typeof key !== "number")) return null;
  return Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}

export function equal(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((value, index) => equal(value, right[index]));
  }
  if (isRecord(left) && isRecord(right)) {
    const keys = Object.keys(left);
    return keys.length === Object.keys(right).length && keys.every((key) => equal(left[key], right[key]));
  }
  return left === right;
}

/** -1, 0 or 1; null when the two have no order, in which case every comparison is false. */
export function compare(left: unknown, right: unknown): number | null {
  const ordered =
    (typeof left === "number" && typeof right === "number") || (typeof left === "string" && typeof right === "string");
  if (!ordered) return null;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function contains(container: unknown, value: unknown): boolean {
  if (Array.isArray(container)) return container.some((entry) => equal(entry, value));
  return isRecord(container) && typeof value === "string" && Object.hasOwn(container, value);
}

export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

export function numberOf(value: unknown): number | null {
  if (typeof value === "boolean" || value === null || value === "") return null;
  const number = Number(value);
  return Number.isNaN(number) ? null : number;
}

export function add(left: unknown, right: unknown): unknown {
  if (typeof left === "number" && typeof right === "number") return left + right;
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  if (typeof left === "string" || typeof right === "string") return `${textOf(left)}${textOf(right)}`;
  return null;
}

export function arithmetic(operation: (left: number, right: number) => number) {
  return (left: unknown, right: unknown): number | null => {
    if (typeof left !== "number" || typeof right !== "number") return null;
    const result = operation(left, right);
    return Number.isFinite(result) ? result : null;
  };
}
