import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordOpening } from "#db/draft-openings.ts";

const params = z.object({ id: z.string() });

/** A draft stands before a member: what a cluster's approval asks about later. A program opens nothing. */
export const POST = tenantRoute({ params }, async ({ scope, actor, params, now }) => {
  await recordOpening(scope, { draftId: params.id, memberId: actor.id }, now);
});
