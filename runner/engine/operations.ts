import { compile } from "../expression/compile.ts";
import { invokeOptionsSchema, type Op, signalOptionsSchema, waitOptionsSchema } from "../protocol/wire.ts";
import { parseMoment } from "../time/duration.ts";
import type { Effect } from "./decision.ts";

const year = 365 * 86_400_000;
const longest = 366 * 86_400_000;

export class UnsupportedOperation extends Error {
  override name = "UnsupportedOperation";
}

interface Common {
  stepId: string;
  name: string;
  race: boolean;
}

/** What people see of the step. Postgres cannot store NUL in text. */
export const nameOf = (op: Op): string => (op.displayName ?? op.name ?? op.id).replaceAll("\0", "");

function commonOf(op: Op): Common {
  return { stepId: op.id, name: nameOf(op), race: op.opts?.parallelMode === "race" };
}

function momentOf(text: string | null | undefined, now: number, otherwise: number): number {
  if (!text) return otherwise;
  const moment = parseMoment(text, now);
  if (moment === null) throw new UnsupportedOperation(`"${text}" is neither a span nor a date`);
  return Math.min(moment, now + longest);
}

function sleepOf(op: Op, now: number): Effect {
  const duration = typeof op.opts?.duration === "string" ? op.opts.duration : null;
  return { kind: "sleep", ...commonOf(op), until: momentOf(op.name || duration, now, now) };
}

function waitOf(op: Op, now: number): Effect {
  const options = waitOptionsSchema.parse(op.opts ?? {});
  const until = momentOf(options.timeout, now, now);
  if (options.if) compile(options.if, ["event", "async"]);
  return { kind: "wait", ...commonOf(op), event: op.name ?? "", expression: options.if || null, until };
}

function invokeOf(op: Op, now: number): Effect {
  const options = invokeOptionsSchema.parse(op.opts ?? {});
  const until = momentOf(options.timeout, now, now + year);
  return { kind: "invoke", ...commonOf(op), functionId: options.function_id, payload: { ...options.payload }, until };
}

function signalOf(op: Op, now: number): Effect {
  const options = signalOptionsSchema.parse(op.opts ?? {});
  const until = momentOf(options.timeout, now, now + year);
  return { kind: "signal", ...commonOf(op), signal: options.signal, replace: options.conflict === "replace", until };
}

/** Ops whose result comes later, and what starts them. */
const asynchronous: Readonly<Record<string, (op: Op, now: number) => Effect>> = {
  StepPlanned: (op) => ({ kind: "plan", ...commonOf(op) }),
  Sleep: sleepOf,
  WaitForEvent: waitOf,
  InvokeFunction: invokeOf,
  WaitForSignal: signalOf,
};

const immediate = new Set(["StepRun", "StepError", "StepFailed", "RunComplete", "DiscoveryRequest", "None"]);

export const isAsynchronous = (op: Op): boolean => op.op in asynchronous;

/** The effect of an asynchronous op. Throws for a time or an expression that cannot be read. */
export function effectOf(op: Op, now: number): Effect {
  const make = asynchronous[op.op];
  if (make === undefined) throw new UnsupportedOperation(`the embedded runner does not support "${op.op}"`);
  return make(op, now);
}

/** The first op that this runner does not know. New ones come with minor SDK releases, and must never be dropped. */
export function unknownOp(ops: readonly Op[]): Op | undefined {
  return ops.find((op) => !isAsynchronous(op) && !immediate.has(op.op));
}
