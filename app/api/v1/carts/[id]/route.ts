import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { listApiDecisions } from "#db/api-decision-views.ts";
import { readCartClock } from "#db/cart-clock-views.ts";
import { readCart } from "#db/cart-views.ts";
import { clockAnswer } from "./clock-answer.ts";

const params = z.object({ id: z.string() });

export const GET = tenantRoute({ scope: "read", params }, async ({ scope, params, now }) => {
  const { id, externalId, state, shop, contact, lines, totals, currency, discountCodes } = await readCart(
    scope,
    params.id,
  );
  const decisions = await listApiDecisions(scope, id);
  const clock = clockAnswer(await readCartClock(scope, id, now), decisions);
  const who = contact && { id: contact.id, address: contact.address, suppressed: contact.suppressed };
  return {
    id,
    externalId,
    shopId: shop.id,
    state,
    contact: who,
    currency,
    lines,
    totals,
    discountCodes,
    clock,
    decisions,
  };
});
