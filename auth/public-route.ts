import type { z } from "zod";
import { currentTime } from "#db/clock.ts";
import { parseBody } from "./request-parts.ts";
import { errorResponse } from "./responses.ts";
import { refuseForeignOrigin } from "./same-origin.ts";

/** A door before sign-in, for our own pages only: the same parsing and errors as `tenantRoute`, and nobody known yet. */
export function publicRoute<B>(
  options: { body: z.ZodType<B> },
  handler: (input: { now: Date; body: B; request: Request }) => Promise<unknown>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      refuseForeignOrigin(request);
      const body = await parseBody(options.body, request);
      const value = await handler({ now: await currentTime(), body, request });
      if (value instanceof Response) return value;
      return value === undefined ? new Response(null, { status: 204 }) : Response.json(value);
    } catch (error) {
      return errorResponse(error, request);
    }
  };
}
