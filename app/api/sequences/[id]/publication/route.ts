import { z } from "zod";
import { created, tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { readSequenceDraft } from "#db/sequence-drafts.ts";
import { publishGraph } from "#db/sequence-publication.ts";
import { latestVersion, publishVersion, withdrawSequence } from "#db/sequences.ts";
import { errorStatus } from "#domain/app-error.ts";
import type { GraphFault } from "#domain/sequence/fault-names.ts";
import { refuseFaults } from "../../plan.ts";

const params = z.object({ id: z.string() });

/** Publishes what is being edited on the canvas, or the newest version where nothing newer is: 422 names every fault. */
export const POST = tenantRoute({ role: "marketer", scope: "admin", params }, async ({ scope, actor, now, params }) => {
  const latest = await latestVersion(scope, params.id);
  const draft = await readSequenceDraft(scope, params.id);
  const savedSince = !latest.frozen && draft.savedAt !== null && latest.updatedAt > new Date(draft.savedAt);
  if (draft.revision > 0 && !savedSince) {
    const { graph } = draft;
    const done = await publishGraph(scope, { sequenceId: params.id, graph }, actor.id, now);
    if (done.kind === "faulty") return faulty(done.faults);
    const change = { versionId: done.versionId, number: done.number };
    await recordAudit(scope, { actor, action: "sequence.published", subjectId: params.id, change, now });
    return created(change);
  }
  await refuseFaults(scope, latest.steps);
  const versionId = await publishVersion(scope, params.id, actor.id, now);
  const change = { versionId, number: latest.number };
  await recordAudit(scope, { actor, action: "sequence.published", subjectId: params.id, change, now });
  return created(change);
});

/** An error as every other, with all faults and their places beside the first. */
function faulty(faults: GraphFault[]): Response {
  const [first] = faults;
  const field = first ? [first.stepId, first.field].filter(Boolean).join(".") : "graph";
  const message = `This sequence cannot be published: ${first?.fault}.`;
  return Response.json({ error: { code: "invalid", message, field, faults } }, { status: errorStatus.invalid });
}

/** Withdraws the sequence. */
export const DELETE = tenantRoute(
  { role: "marketer", scope: "admin", params },
  async ({ scope, actor, now, params }) => {
    await withdrawSequence(scope, params.id, actor.id, now);
    await recordAudit(scope, { actor, action: "sequence.withdrawn", subjectId: params.id, now });
  },
);
