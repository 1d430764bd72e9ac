import { type Scope, withScope } from "#db/scope.ts";
import type { Actor } from "./actor.ts";

/** A long answer read part by part, each in a short transaction of its own. `next` answers null when there is no more. */
export function tenantStream(actor: Actor, next: (scope: Scope) => Promise<string | null>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const part = await withScope(actor.tenantId, next);
      if (part === null) controller.close();
      else controller.enqueue(encoder.encode(part));
    },
  });
}
