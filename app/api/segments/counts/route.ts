import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { countContacts } from "#db/segments.ts";
import { conditionSchema } from "#domain/condition/schema.ts";

const body = z.strictObject({ condition: conditionSchema });

/** How many contacts would fit a condition that is not saved yet. */
export const POST = tenantRoute({ scope: "read", body }, async ({ scope, now, body }) => {
  const [contacts = 0] = await countContacts(scope, [body.condition], now);
  return { contacts };
});
