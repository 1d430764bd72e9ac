import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readSequenceDraft, saveSequenceDraft } from "#db/sequence-drafts.ts";
import { AppError } from "#domain/app-error.ts";
import { graphSchema } from "#domain/sequence/schema.ts";

const params = z.object({ id: z.string() });
const body = z.object({ graph: graphSchema, revision: z.int().min(0) });

export const GET = tenantRoute({ params }, ({ scope, params }) => readSequenceDraft(scope, params.id));

/** Saves over the revision it was made from. Where another has been saved since, nothing is written: 409 says by whom. */
export const PUT = tenantRoute(
  { role: "marketer", scope: "admin", params, body },
  async ({ scope, actor, now, params, body }) => {
    const revision = await saveSequenceDraft(scope, { sequenceId: params.id, ...body }, actor.id, now);
    if (revision !== null) return { revision, savedAt: now.toISOString() };
    const { savedBy, savedAt } = await readSequenceDraft(scope, params.id);
    throw new AppError("conflict", `${savedBy ?? "Somebody"} saved other changes at ${savedAt}.`, "revision");
  },
);
