import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { addComment, decisionOf, listComments } from "#db/draft-comments.ts";
import { findMember } from "#db/members.ts";
import { AppError } from "#domain/app-error.ts";
import { commentLimit } from "#domain/draft-queue.ts";
import { plainText } from "../../plain-text.ts";

const params = z.object({ id: z.string() });
const body = z.object({ text: plainText(commentLimit).pipe(z.string().min(1, "Say something")) });

export const GET = tenantRoute({ params }, async ({ scope, params }) => {
  await decisionOf(scope, params.id);
  return { rows: await listComments(scope, params.id) };
});

export const POST = tenantRoute({ role: "marketer", params, body }, async ({ scope, actor, params, body, now }) => {
  const by = await findMember(scope, actor.id);
  if (!by) throw new AppError("forbidden", "Only people comment");
  const comment = await addComment(scope, { draftId: params.id, by, text: body.text }, now);
  return Response.json(comment, { status: 201, headers: { "cache-control": "no-store" } });
});
