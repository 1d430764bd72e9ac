import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { undoReview } from "#inngest/act-on-draft.ts";
import { reviewDraft } from "#inngest/review-draft.ts";
import { plainText } from "../../plain-text.ts";
import { wordsSchema } from "../../words.ts";
import { orConflict } from "./conflict.ts";

const params = z.object({ id: z.string() });
const seen = { wordsHash: z.string().min(1).max(200) };
const body = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("approved"), ...seen }),
  z.object({ verdict: z.literal("edited"), words: wordsSchema, ...seen }),
  z.object({ verdict: z.literal("rejected"), reason: plainText(500).pipe(z.string().min(1, "Say why")), ...seen }),
]);

export const POST = tenantRoute(
  { role: "marketer", scope: "oversight", params, body },
  ({ scope, actor, params, body, now }) =>
    orConflict(scope, params.id, () =>
      reviewDraft(actor.tenantId, { draftId: params.id, ...body }, { kind: actor.kind, id: actor.id }, now),
    ),
);

/** Takes one's own verdict back: an approval until its message is under way, a rejection until the deadline. */
export const DELETE = tenantRoute({ role: "marketer", scope: "oversight", params }, ({ scope, actor, params, now }) =>
  orConflict(scope, params.id, () =>
    undoReview(actor.tenantId, { draftId: params.id }, { kind: actor.kind, id: actor.id }, now),
  ),
);
