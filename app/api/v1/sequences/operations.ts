import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { listSequences as listAll, readSequence } from "#db/sequence-views.ts";
import { withdrawSequence } from "#db/sequences.ts";
import { publishNewest } from "../../sequences/publish-newest.ts";
import { byId, id, instant } from "../shapes.ts";

const sequence = z
  .strictObject({
    id,
    name: z.string(),
    liveVersion: z.int().nullable().meta({ description: "The published version's number; null while withdrawn" }),
    liveSince: instant.nullable(),
    newestVersion: z.int(),
    stepCount: z.int(),
    enrolled: z.int(),
    open: z.int(),
    recovered: z.int(),
  })
  .meta({ id: "Sequence" });

const version = z.strictObject({
  id,
  number: z.int(),
  frozen: z.boolean().meta({ description: "A published version never changes" }),
  graph: z.unknown().meta({ description: "Trigger, entry, exits and steps; null in a linear version" }),
  steps: z.unknown(),
  updatedAt: instant,
  by: z.string().nullable(),
  enrolled: z.int(),
});

export const listSequences = operation({
  id: "list_sequences",
  method: "GET",
  path: "/sequences",
  tag: "Sequences",
  summary: "List the sequences with what they have done",
  scope: "read",
  answer: z.strictObject({ data: z.array(sequence) }),
  run: async ({ scope }) => ({
    data: (await listAll(scope)).map(
      ({ id, name, liveVersion, liveSince, newestVersion, stepCount, enrolled, open, recovered }) => ({
        ...{ id, name, liveVersion, liveSince, newestVersion, stepCount, enrolled, open, recovered },
      }),
    ),
  }),
});

export const getSequence = operation({
  id: "get_sequence",
  method: "GET",
  path: "/sequences/{id}",
  tag: "Sequences",
  summary: "Read a sequence with every version",
  scope: "read",
  params: byId,
  answer: z.strictObject({ id, name: z.string(), liveVersionId: id.nullable(), versions: z.array(version) }),
  run: async ({ scope, params }) => {
    const { id, name, liveVersionId, versions } = await readSequence(scope, params.id);
    return { id, name, liveVersionId, versions };
  },
});

export const publishSequence = operation({
  id: "publish_sequence",
  method: "POST",
  path: "/sequences/{id}/publication",
  tag: "Sequences",
  summary: "Publish what is being edited",
  description: "The version is frozen from then on; enrollments that run finish on theirs.",
  scope: "admin",
  status: 201,
  params: byId,
  answer: z.strictObject({ versionId: id, number: z.int() }),
  run: ({ scope, actor, params, now }) => publishNewest(scope, { sequenceId: params.id, actor }, now),
});

export const pauseSequence = operation({
  id: "pause_sequence",
  method: "DELETE",
  path: "/sequences/{id}/publication",
  tag: "Sequences",
  summary: "Withdraw a sequence",
  description: "Nobody enters any more, and what runs stops before its next message.",
  scope: "send",
  status: 204,
  params: byId,
  run: async ({ scope, actor, params, now }) => {
    await withdrawSequence(scope, params.id, actor.id, now);
    await recordAudit(scope, { actor, action: "sequence.withdrawn", subjectId: params.id, now });
  },
});
