import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { listApiReviews } from "#db/api-review-views.ts";
import type { ReviewKind } from "#domain/oversight/life-of.ts";
import { verdicts } from "#domain/review.ts";
import { id, instant, pageOf, paging, wordsHash } from "../shapes.ts";

const kinds = {
  ...{ passed: "passed", approved: "approved", edited: "edited", rejected: "rejected" },
  ...{ deadline_passed: "deadline_passed", taken_back: "taken_back", released: "released", undone: "undone" },
  revalidated: "revalidated",
} as const satisfies { [K in ReviewKind]: K };

const review = z
  .strictObject({
    ...{ id, draftId: id, kind: z.enum(kinds), verdict: z.enum(verdicts).nullable() },
    byKind: z.enum(["member", "key", "policy"]),
    byId: id.nullable(),
    viaKeyId: id.nullable().meta({ description: "The key by which a member acted" }),
    reason: z.string().nullable(),
    wordsHash,
    editedDraftId: id.nullable().meta({ description: "The words that took their place" }),
    at: instant,
  })
  .meta({ id: "Review", description: "What somebody, or the policy, did with a draft" });

export const listReviews = operation({
  id: "list_reviews",
  method: "GET",
  path: "/reviews",
  tag: "Drafts",
  summary: "List what was done with drafts, and why, newest first",
  scope: "read",
  query: z.strictObject({
    draftId: id.optional(),
    verdict: z.enum(verdicts).optional().meta({ description: "Only acts with this verdict" }),
    ...paging,
  }),
  answer: pageOf(review),
  run: ({ scope, query }) => listApiReviews(scope, query),
});
