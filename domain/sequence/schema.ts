import { z } from "zod";
import { type ConditionFault, conditionFaults, conditionSchema } from "../condition/schema.ts";
import { oversightModes, type Step, stepPurposes, templateNames } from "../sequence.ts";
import {
  channels,
  graphOfSteps,
  graphVersion,
  type SequenceGraph,
  triggerKinds,
  walkEventNames,
  weekdays,
} from "../sequence-graph.ts";

const id = z.string().min(1).max(60);
const next = id.nullable();
const days = z.int().min(0).max(3_650);
const minutes = z.int().min(0).max(525_600);
const offer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("rules") }),
  z.strictObject({ kind: z.literal("incentive"), incentiveId: z.string().max(60) }),
]);
const said = {
  purpose: z.enum(stepPurposes),
  offer,
  oversight: z.enum(oversightModes).nullable(),
};

const step = z.discriminatedUnion("kind", [
  z.strictObject({
    ...{ kind: z.literal("message"), id, next, ...said, channel: z.enum(channels) },
    ...{ template: z.string().min(1).max(60).nullable(), resendOf: id.nullable() },
  }),
  z.strictObject({ kind: z.literal("wait"), id, next, minutes, from: z.enum(["entry", "here"]) }),
  z.strictObject({
    ...{ kind: z.literal("wait_until"), id, next, weekdays: z.array(z.enum(weekdays)).max(7) },
    ...{ hour: z.int().min(0).max(23), minute: z.int().min(0).max(59) },
  }),
  z.strictObject({
    ...{ kind: z.literal("wait_for_event"), id, event: z.enum(walkEventNames), ofStep: id.nullable() },
    ...{ timeoutMinutes: minutes, came: next, timedOut: next },
  }),
  z.strictObject({ kind: z.literal("split"), id, when: conditionSchema.nullable(), yes: next, no: next }),
  z.strictObject({
    ...{ kind: z.literal("experiment"), id },
    arms: z.array(z.strictObject({ name: z.string().max(60), weight: z.int().min(0).max(100), next })).max(10),
  }),
  z.strictObject({ kind: z.literal("tag"), id, next, tag: z.string().max(60), act: z.enum(["add", "remove"]) }),
  z.strictObject({ kind: z.literal("notify"), id, next, memberId: id.nullable(), note: z.string().max(500) }),
  z.strictObject({ kind: z.literal("webhook"), id, next, url: z.string().max(500) }),
  z.strictObject({ kind: z.literal("end"), id }),
]);

const plainTrigger = z.strictObject({ kind: z.enum(triggerKinds).exclude(["time_since_order"]) });
const exit = z.union([
  z.strictObject({ kind: z.enum(["order", "unsubscribe", "cart_emptied"]) }),
  z.strictObject({ kind: z.literal("condition"), when: conditionSchema }),
]);

/** A graph as it is stored, drafts included: its shape is right, what is still wrong with it `graphFaultsOf` says. */
export const graphSchema = z.strictObject({
  version: z.literal(graphVersion),
  trigger: z.union([plainTrigger, z.strictObject({ kind: z.literal("time_since_order"), days })]),
  entry: conditionSchema.nullable(),
  exits: z.array(exit).max(10),
  start: next,
  steps: z.array(step).max(200),
});

/** The steps of version 1: a list, each with its delay from abandonment. */
const linearSchema: z.ZodType<Step[]> = z
  .array(
    z.object({ ...said, id: z.string().min(1).max(40), delayMinutes: z.number(), template: z.enum(templateNames) }),
  )
  .max(50);

export type ShapeFault = { fault: ConditionFault | "invalid_shape"; stepId: string | null; field: string };

/** Reads a stored or sent graph of any version, the newest or older; or says where its shape is wrong. */
export function readGraph(raw: unknown): { graph: SequenceGraph } | { faults: ShapeFault[] } {
  const linear = Array.isArray(raw) ? linearSchema.safeParse(raw) : null;
  if (linear?.success) return { graph: graphOfSteps(linear.data) };
  const read = graphSchema.safeParse(raw);
  if (read.success) return { graph: read.data };
  return { faults: (linear ?? read).error?.issues.map((issue) => locate(raw, issue)) ?? [] };
}

function locate(raw: unknown, { path, message }: z.core.$ZodIssue): ShapeFault {
  const fault = conditionFaults.find((known) => known === message) ?? "invalid_shape";
  const [room, place, ...rest] = path;
  if (room !== "steps" || typeof place !== "number") return { fault, stepId: null, field: path.join(".") };
  const named = z.object({ steps: z.array(z.unknown()) }).safeParse(raw);
  const found = z.object({ id: z.string() }).safeParse(named.data?.steps[place]);
  return { fault, stepId: found.data?.id ?? null, field: rest.join(".") };
}
