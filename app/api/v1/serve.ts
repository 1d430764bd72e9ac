import { type Actor, actorOf } from "#auth/actor.ts";
import { idempotencyKeyOf } from "#auth/idempotency.ts";
import type { Operation } from "#auth/operation.ts";
import { readJson } from "#auth/request-parts.ts";
import { errorResponse } from "#auth/responses.ts";
import type { TenantRoute } from "#auth/tenant-route.ts";
import { acrossTenantsTakeRequest } from "#db/across-tenants-limits.ts";
import { currentTime } from "#db/clock.ts";
import { AppError } from "#domain/app-error.ts";
import { type Performed, perform } from "./perform.ts";

/** The route of an operation: who asks, how often, what; then the same `perform` as for every other way in. */
export function serve(operation: Operation): TenantRoute {
  return async (request, context) => {
    const limits = new Headers();
    try {
      const now = await currentTime();
      const actor = await actorOf(request, now);
      await takeRequest(actor, limits);
      const asked = {
        params: (await context?.params) ?? {},
        query: Object.fromEntries(new URL(request.url).searchParams),
        body: operation.shapes.body ? await readJson(request, operation.mostBytes) : undefined,
      };
      const key = idempotencyKeyOf(request.headers);
      const code = request.headers.get("x-comeback-code");
      return respond(await perform(operation, asked, { actor, now, key, code }), limits);
    } catch (error) {
      const response = errorResponse(error, request);
      for (const [name, value] of limits) response.headers.set(name, value);
      return response;
    }
  };
}

/** Takes one request out of the key's bucket and says in `limits` what is left. Sessions are not counted. */
export async function takeRequest(actor: Actor, limits: Headers): Promise<void> {
  if (actor.kind !== "key") return;
  const { tenantId, id: keyId, perMinute } = actor;
  const { granted, left, waitSeconds } = await acrossTenantsTakeRequest({ tenantId, keyId, perMinute }, new Date());
  limits.set("ratelimit-limit", String(perMinute));
  limits.set("ratelimit-remaining", String(left));
  limits.set("ratelimit-reset", String(waitSeconds));
  if (granted) return;
  limits.set("retry-after", String(Math.max(1, waitSeconds)));
  throw new AppError("limited", `This key may ask ${perMinute} times a minute`);
}

function respond({ status, answer, replayed }: Performed, limits: Headers): Response {
  const headers = new Headers(limits);
  headers.set("cache-control", "no-store");
  if (replayed) headers.set("idempotent-replayed", "true");
  if (status === 204) return new Response(null, { status, headers });
  headers.set("content-type", "application/json");
  return new Response(answer, { status, headers });
}
