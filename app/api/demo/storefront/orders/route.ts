import { randomInt } from "node:crypto";
import { z } from "zod";
import { basketOf } from "#app/shop/shop-view.ts";
import { shopperShape } from "#app/shop/visitor.ts";
import { publicRoute } from "#auth/public-route.ts";
import { withScope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import { announce } from "../announce.ts";
import { orderPlaced } from "../events.ts";
import { changed, openShop, visitorFrom } from "../visit.ts";

const body = z.strictObject({ shopper: shopperShape });

/** Buys what is in the basket. */
export const POST = publicRoute({ body }, async ({ request, body, now }) => {
  const door = await openShop();
  const before = await visitorFrom(request, door, now);
  if (before.lines.length === 0 || before.ordered) throw new AppError("conflict", "There is nothing in the basket");
  const visitor = { ...before, shopper: { ...before.shopper, ...body.shopper }, known: true };
  const basket = await withScope(door.tenantId, (scope) => basketOf(scope, visitor));
  const number = `NL-${randomInt(10_000, 99_999)}`;
  await announce(door, orderPlaced(visitor, basket, { number, now }), now);
  return changed({ ...visitor, ordered: number });
});
