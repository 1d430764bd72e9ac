import { z } from "zod";
import { newVisitor } from "#app/shop/new-visitor.ts";
import { basketOf } from "#app/shop/shop-view.ts";
import { shopperShape, visitorOf, visitorShape } from "#app/shop/visitor.ts";
import { publicRoute } from "#auth/public-route.ts";
import { errorResponse } from "#auth/responses.ts";
import { currentTime } from "#db/clock.ts";
import { withScope } from "#db/scope.ts";
import { announce } from "../announce.ts";
import { cartUpdated } from "../events.ts";
import { changed, openShop, shown, visitorFrom } from "../visit.ts";

export async function GET(request: Request): Promise<Response> {
  try {
    const door = await openShop();
    // Only a first visit is written down: a slow answer to a look must not undo what was changed meanwhile.
    const known = visitorOf(request);
    return known ? await shown(known) : await changed(await visitorFrom(request, door, await currentTime()));
  } catch (error) {
    return errorResponse(error, request);
  }
}

const body = z.strictObject({ lines: visitorShape.shape.lines, shopper: shopperShape.optional() });

/** Puts the basket as it is now in place of the one before, with the shopper's address once they give it. */
export const PUT = publicRoute({ body }, async ({ request, body, now }) => {
  const door = await openShop();
  const before = await visitorFrom(request, door, now);
  const fresh = before.ordered ? await withScope(door.tenantId, (scope) => newVisitor(scope, now)) : before;
  const shopper = { ...fresh.shopper, ...body.shopper };
  const visitor = { ...fresh, lines: body.lines, shopper, known: fresh.known || body.shopper !== undefined };
  const basket = await withScope(door.tenantId, (scope) => basketOf(scope, visitor));
  await announce(door, cartUpdated(visitor, basket, now), now);
  return changed(visitor);
});

/** Comes in again as somebody else, with an empty basket. The one left behind stays left. */
export const DELETE = publicRoute({ body: z.unknown() }, async ({ now }) => {
  const door = await openShop();
  return changed(await withScope(door.tenantId, (scope) => newVisitor(scope, now)));
});
