import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { publishTemplate } from "#db/template-publication.ts";
import { errorStatus } from "#domain/app-error.ts";
import type { DocumentFault } from "#domain/template-document/faults.ts";

const params = z.object({ id: z.string() });

/** Publishes what is being edited as the next version, which is sent from now on: 422 names every fault and its block. */
export const POST = tenantRoute({ role: "marketer", scope: "admin", params }, async ({ scope, actor, now, params }) => {
  const done = await publishTemplate(scope, params.id, actor.id, now);
  if (done.kind === "faulty") return faulty(done.faults);
  const change = { versionId: done.versionId, number: done.number };
  await recordAudit(scope, { actor, action: "template.published", subjectId: params.id, change, now });
  return created(change);
});

function faulty(faults: DocumentFault[]): Response {
  const [first] = faults;
  const field = first ? [first.blockId, first.field].filter(Boolean).join(".") : "document";
  const message = `This template cannot be published: ${first?.fault}.`;
  return Response.json({ error: { code: "invalid", message, field, faults } }, { status: errorStatus.invalid });
}
