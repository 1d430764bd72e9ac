import { z } from "zod";
import { type OperationInput, operation } from "#auth/operation.ts";
import { getDraft } from "#db/drafts.ts";
import { listLetters } from "#db/letter-views.ts";
import { AppError } from "#domain/app-error.ts";
import { lifeKinds } from "#domain/draft-life.ts";
import { letterStates } from "#domain/letter.ts";
import { decideLetter } from "#inngest/decide-letter.ts";
import { announce } from "#inngest/events.ts";
import { reviewDraft } from "#inngest/review-draft.ts";
import { letterDue } from "#inngest/write-letter.ts";
import { plainText } from "../../drafts/plain-text.ts";
import { id, instant, pageOf, paging, wordsHash } from "../shapes.ts";
import { by, letter, toldLetter, toldStanding } from "./shapes.ts";

export const listPendingLetters = operation({
  id: "list_pending_letters",
  method: "GET",
  path: "/letters/pending",
  aliases: ["/emails/pending"],
  tag: "Letters",
  summary: "List letters that wait for a person, the oldest first",
  scope: "oversight",
  query: z.strictObject({ ...paging }),
  answer: pageOf(letter),
  run: async ({ scope, query: { cursor, limit }, now }) => {
    const { rows, next } = await listLetters(scope, { state: "pending_approval", limit, after: cursor }, now);
    return { data: rows.map(toldLetter), next };
  },
});

const choices = { approve: "approved", approved: "approved", reject: "rejected", rejected: "rejected" } as const;
const choice = z.enum(["approve", "approved", "reject", "rejected"]);

const decided = z.strictObject({
  ...{ id, status: z.enum([...new Set([...letterStates, ...lifeKinds])]), sendAt: instant.nullable(), wordsHash },
  reviewId: id,
});

export const decideEmail = operation({
  id: "decide_email",
  method: "POST",
  path: "/emails/{id}/decide",
  aliases: ["/letters/{id}/review", "/oversight/decide"],
  tag: "Letters",
  summary: "Approve or reject a letter or a draft that waits",
  description:
    "Nobody approves what they wrote, and no key what a key of the same person wrote. A rejection says why. With `wordsHash` a verdict on other words than the ones looked at is refused. `decide_draft` also edits a draft.",
  scope: "oversight",
  params: z.strictObject({ id: id.optional() }),
  body: z.strictObject({
    decision: choice.optional(),
    action: choice.optional().meta({ description: "The same as `decision`" }),
    reason: plainText(500).optional(),
    wordsHash: z.string().max(200).optional().meta({ description: "Of the words that were looked at" }),
    id: id.optional().meta({ description: "The letter or draft, where the path does not name it" }),
    email_id: id.optional().meta({ description: "The same as `id`" }),
  }),
  answer: decided,
  example: { params: { id: "ltr_01kh3…" }, body: { decision: "approve", wordsHash: "9f2c…" } },
  hints: { destructive: true, reachesOut: true },
  run: async ({ scope, actor, params, body, now, afterCommit }) => {
    const letterId = params.id ?? body.id ?? body.email_id;
    if (!letterId) throw new AppError("invalid", "Say which letter", "id");
    const said = body.decision ?? body.action;
    if (!said) throw new AppError("invalid", "Approve or reject", "decision");
    const reason = body.reason?.trim() || null;
    if (choices[said] === "rejected" && !reason) throw new AppError("invalid", "Say why", "reason");
    const asked = { letterId, verdict: choices[said], reason, wordsHash: body.wordsHash ?? null };
    if (letterId.startsWith("drf_")) return decideDraft({ scope, actor, now }, asked);
    const { reviewId, letter } = await decideLetter(scope, asked, by(actor), now);
    afterCommit(() => announce(letterDue(scope.tenantId, letter)));
    return { ...toldStanding(letter, now), reviewId };
  },
});

type Decision = { letterId: string; verdict: "approved" | "rejected"; reason: string | null; wordsHash: string | null };
type Deciding = Pick<OperationInput<unknown, unknown, unknown>, "scope" | "actor" | "now">;

/** Drafts stand in the same queue, and are decided by whoever lists it without looking at what kind of mail each is. */
async function decideDraft({ scope, actor, now }: Deciding, asked: Decision) {
  const { letterId: draftId, verdict, reason } = asked;
  const draft = await getDraft(scope, draftId);
  if (!draft) throw new AppError("not_found", "There is no such draft");
  const hash = asked.wordsHash ?? draft.wordsHash;
  const given = { draftId, verdict, wordsHash: hash, ...(reason ? { reason } : {}) };
  const { reviewId, state } = await reviewDraft(scope.tenantId, given, by(actor), now);
  return { id: draftId, status: state, sendAt: null, wordsHash: hash, reviewId };
}
