import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { recordAudit } from "#db/audit.ts";
import { readDryRun } from "#db/dry-run-views.ts";
import { type DryRunView, dryRunStatuses } from "#domain/dry-run.ts";
import { announce } from "#inngest/events.ts";
import { beginDryRun } from "../../dry-runs/begin-dry-run.ts";
import { byId, id, instant } from "../shapes.ts";

const counts = z.record(z.string(), z.int());

const tally = z.strictObject({
  ...{ carts: z.int(), contacts: z.int(), entered: z.int(), held: z.int() },
  refusals: counts.meta({ description: "Why carts would not have entered" }),
  arms: counts,
  sends: counts.meta({ description: "By day and step" }),
  waits: counts.meta({ description: "By step and reason" }),
  branches: counts.meta({ description: "By step and branch" }),
  deeds: counts,
  ends: counts.meta({ description: "Why walks would have ended" }),
  costs: z.record(z.string(), z.strictObject({ carts: z.int(), most: z.number(), ordered: z.number() })).meta({
    description: "By currency and incentive, in minor units: if each were used, and on carts that were ordered",
  }),
  offers: z.record(z.string(), z.strictObject({ name: z.string(), messages: z.int(), saved: z.number() })),
  overlap: z.record(z.string(), z.strictObject({ contacts: z.int(), near: z.int() })),
});

const dryRun = z
  .strictObject({
    ...{ id, sequenceId: id, versionId: id.nullable() },
    version: z.int().nullable().meta({ description: "Null for what is being edited" }),
    ...{ from: instant, to: instant, status: z.enum(dryRunStatuses) },
    carts: z.int().meta({ description: "How many there are to be walked" }),
    tally,
    ...{ startedAt: instant, endedAt: instant.nullable() },
  })
  .meta({ id: "DryRun", description: "What a sequence would have done with a period's carts; nothing is sent by it" });

const told = ({ graph: _, by: __, ...view }: DryRunView): z.infer<typeof dryRun> => view;

const dayMs = 86_400_000;

export const dryRunSequence = operation({
  id: "dry_run_sequence",
  method: "POST",
  path: "/sequences/{id}/dry-runs",
  tag: "Sequences",
  summary: "Try a sequence on the carts of the past, without sending anything",
  description:
    "Starts walking them; `get_dry_run` reads what came of it, also while it goes on. Without a version it is what is being edited, without days the last thirty.",
  scope: "send",
  status: 202,
  params: byId,
  body: z.strictObject({
    versionId: id.nullable().optional(),
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
  }),
  answer: dryRun,
  example: { params: { id: "seq_01kh3…" }, body: { versionId: null } },
  run: async ({ scope, actor, params, body, now, afterCommit }) => {
    const to = body.to ? new Date(body.to) : now;
    const from = body.from ? new Date(body.from) : new Date(to.getTime() - 30 * dayMs);
    const asked = { sequenceId: params.id, versionId: body.versionId ?? null, period: { from, to } };
    const dryRunId = await beginDryRun(scope, { ...asked, by: actor.kind === "member" ? actor.id : null }, now);
    await recordAudit(scope, { actor, action: "dry_run.started", subjectId: params.id, now });
    const { tenantId } = scope;
    afterCommit(() => announce([{ name: "dry-run/started", data: { tenantId, dryRunId } }]));
    return told(await readDryRun(scope, dryRunId));
  },
});

export const getDryRun = operation({
  id: "get_dry_run",
  method: "GET",
  path: "/dry-runs/{id}",
  tag: "Sequences",
  summary: "Read what a dry run has counted so far",
  scope: "read",
  params: byId,
  answer: dryRun,
  run: async ({ scope, params }) => told(await readDryRun(scope, params.id)),
});
