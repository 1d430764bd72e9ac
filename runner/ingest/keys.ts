import { evaluate } from "../expression/compile.ts";
import { canonical } from "../protocol/canonical.ts";
import type { FunctionConfig } from "../protocol/config.ts";
import { digestOf } from "../protocol/identity.ts";

/** The value of a key expression as text; equal values give equal texts, whatever their size. */
export function keyOf(expression: string | undefined, event: unknown): string {
  if (expression === undefined) return "";
  const text = canonical(evaluate(expression, { event }));
  return text.length <= 200 && !text.includes("\u001f") ? text : digestOf(text);
}

/** The singleton key of an event; null when the expression says that it is none. */
export function singletonKey(config: FunctionConfig, event: unknown): string | null {
  if (config.singleton === undefined) return null;
  if (config.singleton.key === undefined) return "";
  const value = evaluate(config.singleton.key, { event });
  return value === false ? null : keyOf(config.singleton.key, event);
}

/** One key per concurrency option, in the order of the configuration. */
export function slotKeys(config: FunctionConfig, event: unknown): string[] {
  return (config.concurrency ?? []).map((option, index) => {
    const scope = option.scope ?? "fn";
    const key = keyOf(option.key, event);
    return scope === "fn" ? `fn:${config.id}:${index}:${key}` : `${scope}:${key}`;
  });
}

const furthestSeconds = 600;

/** Seconds that the run moves forward in the queue; negative ones move it back. */
export function priorityOf(config: FunctionConfig, event: unknown): number {
  const value = config.priority?.run === undefined ? 0 : evaluate(config.priority.run, { event });
  if (typeof value !== "number") return 0;
  return Math.trunc(Math.max(-furthestSeconds, Math.min(furthestSeconds, value)));
}
