import { z } from "zod";
import { errorSchema, type Op, opSchema } from "../protocol/wire.ts";
import { reachAgainAt, retryAfterAt, retryAt } from "./backoff.ts";
import type { Circumstance, Effect, JobState, Reply, RunState, StepError } from "./decision.ts";
import { effectOf, isAsynchronous, nameOf, unknownOp } from "./operations.ts";
import { isOf, outstanding, wakes } from "./pending.ts";

type Answer = Extract<Reply, { kind: "answered" }>;

interface AnsweredCall {
  run: RunState;
  job: JobState;
  answer: Answer;
  at: Circumstance;
}

const streamedSchema = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown(),
});
/** A step that kills the app each time must fail in the end; a restarting app cuts no call this often. */
const freeCuts = 10;
const gateway = new Set([502, 503, 504]);

export function errorOf(value: unknown, otherwise: string): StepError {
  const parsed = errorSchema.safeParse(value);
  return parsed.success ? parsed.data : { name: "Error", message: otherwise };
}

/**
 * What an answer to a call means for its run, as a list of effects to apply in one transaction, in order. Pure: the
 * run must be locked by the caller, because `pending` decides whether a finished step wakes the function.
 */
export function decide(run: RunState, job: JobState, reply: Reply, at: Circumstance): Effect[] {
  if (reply.kind === "unreachable") return unreachable(run, job, reply, at);
  const answer = unwrap(reply);
  if (!answer.fromSdk && gateway.has(answer.status))
    return unreachable(run, job, { sent: false, message: `HTTP ${answer.status}` }, at);
  if (!answer.fromSdk) return again(run, job, { error: foreign(answer.status), retryAfter: answer.retryAfter }, at);
  if (answer.status === 206) return decideOps(run, job, answer, at);
  if (answer.status === 200) return [{ kind: "complete", output: answer.body ?? null }];
  const error = errorOf(answer.body, `the app answered HTTP ${answer.status}`);
  return answer.noRetry === true
    ? [{ kind: "fail", error }]
    : again(run, job, { error, retryAfter: answer.retryAfter }, at);
}

const foreign = (status: number): StepError => ({
  name: "UnexpectedAnswer",
  message: `HTTP ${status} did not come from the SDK; is the serve URL right, and do the signing keys agree?`,
});

/** A streamed reply is a 201 that carries the real status, headers and body. */
function unwrap(reply: Answer): Answer {
  if (reply.status !== 201 || !reply.fromSdk) return reply;
  const inner = streamedSchema.safeParse(reply.body);
  if (!inner.success) return reply;
  const headers = new Map(Object.entries(inner.data.headers ?? {}).map(([key, value]) => [key.toLowerCase(), value]));
  const noRetry = headers.get("x-inngest-no-retry");
  return {
    ...reply,
    status: inner.data.status,
    body: typeof inner.data.body === "string" ? parsed(inner.data.body) : inner.data.body,
    noRetry: noRetry === undefined ? reply.noRetry : noRetry === "true",
    retryAfter: headers.get("retry-after") ?? reply.retryAfter,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function unreachable(
  run: RunState,
  job: JobState,
  { sent, message }: { sent: boolean; message: string },
  at: Circumstance,
): Effect[] {
  const error = { name: "Unreachable", message };
  const faults = job.faults + 1;
  if (sent && faults > freeCuts) return exhaust(run, job, error, retryAt(job.attempt, at.now, at.chance));
  return [{ kind: "retry", dueAt: reachAgainAt(job.faults, at.now, at.speed), attempt: job.attempt, faults, error }];
}

function again(
  run: RunState,
  job: JobState,
  { error, retryAfter }: { error: StepError; retryAfter: string | null },
  at: Circumstance,
): Effect[] {
  const dueAt = retryAfterAt(retryAfter, at.now) ?? retryAt(job.attempt, at.now, at.chance);
  return exhaust(run, job, error, dueAt);
}

function exhaust(run: RunState, job: JobState, error: StepError, dueAt: number): Effect[] {
  if (job.attempt + 1 >= run.maxAttempts) return [{ kind: "fail", error }];
  return [{ kind: "retry", dueAt, attempt: job.attempt + 1, faults: 0, error }];
}

function decideOps(run: RunState, job: JobState, answer: Answer, at: Circumstance): Effect[] {
  const list = z.array(opSchema).safeParse(answer.body);
  if (!list.success) return [{ kind: "fail", error: { name: "UnexpectedAnswer", message: "the ops are malformed" } }];
  const ops = list.data.filter(({ op }) => op !== "None");
  const unknown = unknownOp(ops);
  if (unknown !== undefined) {
    const message = `the embedded runner does not support the operation "${unknown.op}" (${nameOf(unknown)})`;
    return [{ kind: "fail", error: { name: "UnsupportedOperation", message } }];
  }
  const complete = ops.find(({ op }) => op === "RunComplete");
  if (complete !== undefined) {
    const saved = ops.filter(({ op }) => op === "StepRun").map(savedStep);
    return [...saved, { kind: "complete", output: complete.data ?? null }];
  }
  try {
    return settle({ run, job, answer, at }, ops);
  } catch (error) {
    return [{ kind: "fail", error: errorOf(error, "the operation cannot be carried out") }];
  }
}

function savedStep(op: Op): Effect {
  const common = { kind: "save_step" as const, stepId: op.id, name: nameOf(op), op: op.op };
  if (op.op === "StepRun") return { ...common, failed: false, output: { data: op.data ?? null } };
  return { ...common, failed: true, output: { error: errorOf(op.error, "the step failed") } };
}

function mayRetry(op: Op, { run, job, answer }: AnsweredCall): boolean {
  return op.op === "StepError" && answer.noRetry !== true && job.attempt + 1 < run.maxAttempts;
}

/** Ops that wait for events go first, so that an event which a sibling sends is not missed. */
const waitsFirst = (a: Op, b: Op) => Number(b.op === "WaitForEvent") - Number(a.op === "WaitForEvent");

function settle(call: AnsweredCall, ops: readonly Op[]): Effect[] {
  const { run, at } = call;
  const started = ops.filter((op) => isAsynchronous(op) && !run.settled.has(op.id)).sort(waitsFirst);
  const settled = ops.filter((op) => op.op.startsWith("Step") && !isAsynchronous(op) && !mayRetry(op, call));
  const pending = [
    ...new Set([...run.pending, ...started.map((op) => outstanding(op.id, op.opts?.parallelMode === "race"))]),
  ].filter((entry) => !settled.some(({ id }) => isOf(entry, id)));
  const serial = pending.length > 0 && (run.pending.length > 0 || pending.length > 1);
  return [
    ...settled.map(savedStep),
    ...started.map((op) => effectOf(op, at.now)),
    { kind: "track", pending, serial },
    ...afterOps(call, ops, { started, last: settled.at(-1), pending }),
  ];
}

function afterOps(
  { run, job, answer, at }: AnsweredCall,
  ops: readonly Op[],
  { started, last, pending }: { started: readonly Op[]; last: Op | undefined; pending: readonly string[] },
): Effect[] {
  const retried = ops.find((op) => mayRetry(op, { run, job, answer, at }));
  if (retried !== undefined) {
    return again(run, job, { error: errorOf(retried.error, "the step failed"), retryAfter: answer.retryAfter }, at);
  }
  const asked = ops.find(({ op }) => op === "DiscoveryRequest");
  if (asked !== undefined) return [{ kind: "discover", after: asked.id }, { kind: "drop_job" }];
  const version = answer.requestVersion ?? run.requestVersion;
  if (last !== undefined && started.length === 0 && wakes(version, pending)) {
    return [{ kind: "discover", after: last.id }, { kind: "drop_job" }];
  }
  if (last !== undefined || started.length > 0 || run.pending.length > 0) return [{ kind: "drop_job" }];
  // Nothing done, nothing started, nothing outstanding: call again, counted, so that it cannot go on forever.
  return exhaust(run, job, { name: "NoProgress", message: "the call made no progress" }, at.now);
}
