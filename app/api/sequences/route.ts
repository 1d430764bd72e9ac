import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { listSequences } from "#db/sequence-views.ts";
import { createSequence } from "#db/sequences.ts";
import { nameSchema, stepsSchema } from "./plan.ts";

const body = z.object({ name: nameSchema, steps: stepsSchema });

export const GET = tenantRoute({}, async ({ scope }) => ({ rows: await listSequences(scope), next: null }));

export const POST = tenantRoute({ role: "marketer", scope: "admin", body }, async ({ scope, actor, now, body }) => {
  const id = await createSequence(scope, body, actor.id, now);
  await recordAudit(scope, { actor, action: "sequence.created", subjectId: id, change: { name: body.name }, now });
  return created({ id });
});
