import type { Actor } from "#auth/actor.ts";
import { recordAudit } from "#db/audit.ts";
import type { Scope } from "#db/scope.ts";
import { readSequenceDraft } from "#db/sequence-drafts.ts";
import { publishGraph } from "#db/sequence-publication.ts";
import { latestVersion, publishVersion } from "#db/sequences.ts";
import { AppError } from "#domain/app-error.ts";
import type { GraphFault } from "#domain/sequence/fault-names.ts";
import { refuseFaults } from "./plan.ts";

/** A request error as every other, with all faults and their places. */
export class FaultyGraph extends AppError {
  readonly faults: GraphFault[];

  constructor(faults: GraphFault[]) {
    const [first] = faults;
    const field = first ? [first.stepId, first.field].filter(Boolean).join(".") : "graph";
    super("invalid", `This sequence cannot be published: ${first?.fault}.`, field);
    this.faults = faults;
  }
}

export type Published = { versionId: string; number: number };

/** Publishes what is being edited on the canvas, or the newest version where nothing newer is. Throws `FaultyGraph`. */
export async function publishNewest(
  scope: Scope,
  { sequenceId, actor }: { sequenceId: string; actor: Actor },
  now: Date,
): Promise<Published> {
  const change = await publish(scope, { sequenceId, by: actor.id }, now);
  await recordAudit(scope, { actor, action: "sequence.published", subjectId: sequenceId, change, now });
  return change;
}

async function publish(scope: Scope, { sequenceId, by }: { sequenceId: string; by: string }, now: Date) {
  const latest = await latestVersion(scope, sequenceId);
  const draft = await readSequenceDraft(scope, sequenceId);
  const savedSince = !latest.frozen && draft.savedAt !== null && latest.updatedAt > new Date(draft.savedAt);
  if (draft.revision > 0 && !savedSince) {
    const { graph } = draft;
    const done = await publishGraph(scope, { sequenceId, graph }, by, now);
    if (done.kind === "faulty") throw new FaultyGraph(done.faults);
    return { versionId: done.versionId, number: done.number };
  }
  await refuseFaults(scope, latest.steps, now);
  return { versionId: await publishVersion(scope, sequenceId, by, now), number: latest.number };
}
