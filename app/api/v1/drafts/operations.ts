import { z } from "zod";
import type { Actor } from "#auth/actor.ts";
import { operation } from "#auth/operation.ts";
import { listDrafts as listQueue, readDraft } from "#db/draft-views.ts";
import { listLetters } from "#db/letter-views.ts";
import { lifeKinds } from "#domain/draft-life.ts";
import { queueTabs } from "#domain/draft-queue.ts";
import { verdicts } from "#domain/review.ts";
import { undoReview } from "#inngest/act-on-draft.ts";
import { reviewDraft } from "#inngest/review-draft.ts";
import { plainText } from "../../drafts/plain-text.ts";
import { wordsSchema } from "../../drafts/words.ts";
import { letter, toldLetter } from "../letters/shapes.ts";
import { byId, id, instant, pageOf, paging } from "../shapes.ts";
import { draft, toldDraft, words } from "./shapes.ts";

const by = ({ kind, id }: Actor) => ({ kind, id });

export const listDrafts = operation({
  id: "list_drafts",
  method: "GET",
  path: "/drafts",
  tag: "Drafts",
  summary: "List drafts by where they stand",
  scope: "read",
  query: z.strictObject({
    tab: z.enum(queueTabs).default("waiting").meta({ description: "Which part of the queue" }),
    search: z
      .string()
      .max(200)
      .optional()
      .meta({ description: "Beginnings of words of the shopper's name or address" }),
    sequenceId: id.optional(),
    language: z.string().max(12).optional().meta({ description: "Only drafts in this language: `de`" }),
    ...paging,
  }),
  answer: pageOf(draft),
  run: async ({ scope, query: { cursor, ...filter } }) => {
    const { rows, next } = await listQueue(scope, { ...filter, ...(cursor ? { after: cursor } : {}) });
    return { data: rows.map(toldDraft), next };
  },
});

export const listPending = operation({
  id: "list_pending",
  method: "GET",
  path: "/drafts/pending",
  aliases: ["/oversight/pending"],
  tag: "Drafts",
  summary: "List what waits for a person, the nearest deadline first",
  description: "`letters` are the oldest that wait beside the drafts; `list_pending_letters` pages through them.",
  scope: "oversight",
  query: z.strictObject({ ...paging }),
  answer: pageOf(draft).extend({ letters: z.array(letter) }),
  run: async ({ scope, query: { cursor, limit }, now }) => {
    const { rows, next } = await listQueue(scope, { tab: "waiting", limit, ...(cursor ? { after: cursor } : {}) });
    const letters = await listLetters(scope, { state: "pending_approval", limit }, now);
    return { data: rows.map(toldDraft), next, letters: letters.rows.map(toldLetter) };
  },
});

export const getDraft = operation({
  id: "get_draft",
  method: "GET",
  path: "/drafts/{id}",
  tag: "Drafts",
  summary: "Read a draft with its words and its review",
  scope: "read",
  params: byId,
  answer: draft.extend({
    words,
    mode: z.string(),
    template: z.unknown(),
    review: z
      .strictObject({
        verdict: z.enum(verdicts),
        by: z.string().nullable(),
        byPolicy: z.boolean(),
        reason: z.string().nullable(),
        at: instant,
      })
      .nullable(),
  }),
  run: async ({ scope, params }) => {
    const found = await readDraft(scope, params.id);
    const { mode, template, review } = found;
    return { ...toldDraft(found), words: found.words, mode, template, review };
  },
});

const seen = { wordsHash: z.string().min(1).max(200).meta({ description: "Of the words that were looked at" }) };
const decision = z.discriminatedUnion("verdict", [
  z.strictObject({ verdict: z.literal("approved"), ...seen }),
  z.strictObject({ verdict: z.literal("edited"), words: wordsSchema, ...seen }),
  z.strictObject({
    verdict: z.literal("rejected"),
    reason: plainText(500).pipe(z.string().min(1, "Say why")),
    ...seen,
  }),
]);

export const decideDraft = operation({
  id: "decide_draft",
  method: "POST",
  path: "/drafts/{id}/review",
  tag: "Drafts",
  summary: "Approve, edit or reject a waiting draft",
  description: "Nobody approves their own words, and a verdict on other words than the ones looked at is refused.",
  scope: "oversight",
  params: byId,
  body: decision,
  answer: z.strictObject({ reviewId: id, verdict: z.enum(verdicts), state: z.enum(lifeKinds) }),
  example: { params: { id: "drf_01kh3…" }, body: { verdict: "approved", wordsHash: "9f2c…" } },
  hints: { destructive: true, reachesOut: true },
  run: ({ actor, params, body, now }) => reviewDraft(actor.tenantId, { draftId: params.id, ...body }, by(actor), now),
});

export const undoDecision = operation({
  id: "undo_decision",
  method: "DELETE",
  path: "/drafts/{id}/review",
  tag: "Drafts",
  summary: "Take one's own verdict back, until its message is under way",
  scope: "oversight",
  params: byId,
  answer: z.strictObject({ reviewId: id, state: z.enum(lifeKinds) }),
  hints: { destructive: false, idempotent: false },
  run: ({ actor, params, now }) => undoReview(actor.tenantId, { draftId: params.id }, by(actor), now),
});
