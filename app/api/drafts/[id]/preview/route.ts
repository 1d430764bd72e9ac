import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { getDecision } from "#db/decisions.ts";
import { readDraft } from "#db/draft-views.ts";
import { getDraft } from "#db/drafts.ts";
import { getIncentive } from "#db/incentives.ts";
import { messageOf } from "#db/messages.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import type { Words } from "#domain/draft.ts";
import { inspect } from "#domain/inspect.ts";
import { renderPreview } from "../../../templates/render-preview.ts";
import { wordsSchema } from "../../words.ts";

const params = z.object({ id: z.string() });
const body = z.object({ words: wordsSchema });

/** The message as the shopper gets it: the bytes that left, or what would leave now. */
export const GET = tenantRoute({ params }, async ({ scope, params, now }) => {
  const stored = await getDraft(scope, params.id);
  if (!stored) throw new AppError("not_found", "There is no such draft");
  const message = await messageOf(scope, stored.decisionId);
  const left = message?.draftId === stored.id && message.html && message.text ? message : null;
  if (left)
    return { subject: left.subject, preheader: "", html: left.html, text: left.text, findings: stored.findings };
  return preview(scope, { draftId: params.id, edited: null }, now);
});

/** The same with edited words, and what the inspection says of them. */
export const POST = tenantRoute({ role: "marketer", params, body }, ({ scope, params, body, now }) =>
  preview(scope, { draftId: params.id, edited: body.words }, now),
);

async function preview(scope: Scope, asked: { draftId: string; edited: Words | null }, now: Date) {
  const { draftId, edited } = asked;
  const draft = await readDraft(scope, draftId);
  const stored = await getDraft(scope, draftId);
  const decision = stored && (await getDecision(scope, stored.decisionId));
  const incentive = decision?.incentiveId ? await getIncentive(scope, decision.incentiveId) : null;
  const words = edited ?? draft.words;
  const { cartId, template, language, brief, inspection } = draft;
  const rendered = await renderPreview(scope, { cartId, template, language, words, incentive }, now);
  return { ...rendered, findings: edited && brief ? inspect(edited, brief) : inspection };
}
