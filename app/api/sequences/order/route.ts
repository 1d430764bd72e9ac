import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { readSequenceOrder, saveSequenceOrder } from "#db/sequence-order.ts";

const body = z.strictObject({
  sequenceIds: z
    .array(z.string().max(80))
    .max(1_000)
    .refine((ids) => new Set(ids).size === ids.length, "Name each sequence once"),
});

/** Which sequence goes first where two want to speak to one contact; those not named come after, and the newest goes first. */
export const GET = tenantRoute({ scope: "read" }, async ({ scope }) => ({
  sequenceIds: await readSequenceOrder(scope),
}));

export const PUT = tenantRoute(
  { role: "marketer", scope: "admin", body },
  async ({ scope, actor, now, body: { sequenceIds } }) => {
    await saveSequenceOrder(scope, sequenceIds);
    await recordAudit(scope, { actor, action: "sequences.ordered", change: { sequenceIds }, now });
    return { sequenceIds };
  },
);
