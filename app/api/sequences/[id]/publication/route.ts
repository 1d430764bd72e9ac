import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { withdrawSequence } from "#db/sequences.ts";
import { errorStatus } from "#domain/app-error.ts";
import { FaultyGraph, publishNewest } from "../../publish-newest.ts";

const params = z.object({ id: z.string() });

/** Publishes what is being edited on the canvas, or the newest version where nothing newer is: 422 names every fault. */
export const POST = tenantRoute({ role: "marketer", scope: "admin", params }, async ({ scope, actor, now, params }) => {
  try {
    return created(await publishNewest(scope, { sequenceId: params.id, actor }, now));
  } catch (error) {
    if (!(error instanceof FaultyGraph)) throw error;
    const { code, message, field, faults } = error;
    return Response.json({ error: { code, message, field, faults } }, { status: errorStatus.invalid });
  }
});

/** Withdraws the sequence. */
export const DELETE = tenantRoute(
  { role: "marketer", scope: "admin", params },
  async ({ scope, actor, now, params }) => {
    await withdrawSequence(scope, params.id, actor.id, now);
    await recordAudit(scope, { actor, action: "sequence.withdrawn", subjectId: params.id, now });
  },
);
