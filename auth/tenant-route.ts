import type { z } from "zod";
import { currentTime } from "#db/clock.ts";
import type { Scope } from "#db/scope.ts";
import type { KeyScope, Role } from "#domain/member.ts";
import { type Actor, actorOf, refuseActor } from "./actor.ts";
import { type AfterCommit, inTransaction } from "./in-transaction.ts";
import { parseBody, parseParams, parseQuery } from "./request-parts.ts";
import { errorResponse } from "./responses.ts";

/** `role` is the least role of a member; `scope` the scope of a key, without which keys are refused. */
export type TenantRouteOptions<P, Q, B> = {
  role?: Role;
  scope?: KeyScope;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
};

/** What a handler gets. It runs in one transaction; `afterCommit` is for events, which announce rows that must exist. */
export type TenantRequest<P, Q, B> = {
  scope: Scope;
  actor: Actor;
  now: Date;
  params: P;
  query: Q;
  body: B;
  request: Request;
  afterCommit: AfterCommit;
};

export type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
export type TenantRoute = (request: Request, context?: RouteContext) => Promise<Response>;

/**
 * Guard → parse → handler → JSON. A value becomes 200, nothing 204, a Response stays as it is, an AppError its own
 * status; any other error is a fault: logged with ids, answered 500.
 */
export function tenantRoute<P = unknown, Q = unknown, B = unknown>(
  options: TenantRouteOptions<P, Q, B>,
  handler: (input: TenantRequest<P, Q, B>) => Promise<unknown>,
): TenantRoute {
  return async (request, context) => {
    try {
      const now = await currentTime();
      const actor = await actorOf(request, now);
      refuseActor(actor, options);
      const params = parseParams(options.params, (await context?.params) ?? {});
      const query = parseQuery(options.query, request.url);
      const body = await parseBody(options.body, request);
      return await answer(actor, ({ scope, afterCommit }) =>
        handler({ scope, actor, now, params, query, body, request, afterCommit }),
      );
    } catch (error) {
      return errorResponse(error, request);
    }
  };
}

async function answer(actor: Actor, work: Parameters<typeof inTransaction<unknown>>[1]): Promise<Response> {
  const value = await inTransaction(actor, work);
  if (value instanceof Response) return value;
  return value === undefined
    ? new Response(null, { status: 204 })
    : Response.json(value, { headers: { "cache-control": "no-store" } });
}

/** The answer to a POST that made something. */
export function created(value: unknown): Response {
  return Response.json(value, { status: 201, headers: { "cache-control": "no-store" } });
}
