import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { resumeSequence as goOn, pauseSequence as rest } from "#db/sequence-pause.ts";
import { listSequences as listAll, readSequence } from "#db/sequence-views.ts";
import { withdrawSequence as withdraw } from "#db/sequences.ts";
import { announce, freedAnnouncements } from "#inngest/events.ts";
import { publishNewest } from "../../sequences/publish-newest.ts";
import { byId, id, instant } from "../shapes.ts";

const sequence = z
  .strictObject({
    id,
    name: z.string(),
    liveVersion: z.int().nullable().meta({ description: "The published version's number; null while withdrawn" }),
    liveSince: instant.nullable(),
    pausedAt: instant.nullable(),
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
      ({ id, name, liveVersion, liveSince, pausedAt, newestVersion, stepCount, enrolled, open, recovered }) => ({
        ...{ id, name, liveVersion, liveSince, pausedAt, newestVersion, stepCount, enrolled, open, recovered },
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
  answer: z.strictObject({
    ...{ id, name: z.string(), liveVersionId: id.nullable(), pausedAt: instant.nullable(), versions: z.array(version) },
  }),
  run: async ({ scope, params }) => {
    const { id, name, liveVersionId, pausedAt, versions } = await readSequence(scope, params.id);
    return { id, name, liveVersionId, pausedAt, versions };
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
  method: "POST",
  path: "/sequences/{id}/pause",
  tag: "Sequences",
  summary: "Pause a sequence",
  description:
    "Nobody enters, and what runs waits before its next message, tag, notice or webhook call until it goes on.",
  scope: "send",
  status: 204,
  params: byId,
  hints: { idempotent: true },
  run: async ({ scope, actor, params, now }) => {
    if (!(await rest(scope, params.id, now))) return;
    await recordAudit(scope, { actor, action: "sequence.paused", subjectId: params.id, now });
  },
});

export const resumeSequence = operation({
  id: "resume_sequence",
  method: "DELETE",
  path: "/sequences/{id}/pause",
  tag: "Sequences",
  summary: "Let a paused sequence go on",
  description: "Whoever waited for it is asked again at once.",
  scope: "send",
  loosens: "let a paused sequence write to people again",
  status: 204,
  params: byId,
  hints: { destructive: false },
  run: async ({ scope, actor, params, now, afterCommit }) => {
    const freed = await goOn(scope, params.id, now);
    if (!freed) return;
    await recordAudit(scope, { actor, action: "sequence.resumed", subjectId: params.id, now });
    afterCommit(() => announce(freedAnnouncements(scope.tenantId, freed)));
  },
});

export const withdrawSequence = operation({
  id: "withdraw_sequence",
  method: "DELETE",
  path: "/sequences/{id}/publication",
  tag: "Sequences",
  summary: "Withdraw a sequence",
  description: "Nobody enters any more, and what runs stops before its next message.",
  scope: "send",
  status: 204,
  params: byId,
  run: async ({ scope, actor, params, now }) => {
    await withdraw(scope, params.id, actor.id, now);
    await recordAudit(scope, { actor, action: "sequence.withdrawn", subjectId: params.id, now });
  },
});
