import { causeOf } from "../log.ts";
import { CallError, replyOf, request } from "../protocol/call.ts";
import { maxAttemptsOf } from "../protocol/config.ts";
import { newId } from "../protocol/identity.ts";
import { type Invocation, invocationBody, invocationHeaders } from "../protocol/invocation.ts";
import { signatureOf } from "../protocol/sign.ts";
import type { Claimed } from "../store/claims.ts";

import type { RegisteredFunction } from "../store/registry.ts";
import type { CallState } from "../store/runs.ts";
import type { Engine } from "./context.ts";
import type { Reply } from "./decision.ts";

export function invocationOf(job: Claimed, state: CallState, fn: RegisteredFunction): Invocation {
  return {
    runId: state.id,
    functionId: fn.id,
    jobId: job.id,
    requestId: newId(),
    generation: job.generation,
    attempt: job.attempt,
    maxAttempts: maxAttemptsOf(fn.config),
    requestVersion: state.request_version,
    serial: state.serial,
    stepId: job.kind === "step" ? job.step_id : null,
    events: state.events,
    steps: state.steps,
  };
}

/** The serve URL is the runner's own setting: an app behind another name must not have to know it. */
export async function call(engine: Engine, fn: RegisteredFunction, invocation: Invocation): Promise<Reply> {
  const url = new URL(engine.app.url);
  url.searchParams.set("fnId", fn.id);
  url.searchParams.set("stepId", invocation.stepId ?? "step");
  const body = invocationBody(invocation);
  const key = engine.app.signingKey;
  const signature: Record<string, string> =
    key === null ? {} : { "x-inngest-signature": signatureOf(body, key, Date.now()) };
  try {
    const headers = { ...invocationHeaders(invocation), ...signature };
    return replyOf(await request(url, { method: "POST", headers, body }));
  } catch (error) {
    const sent = error instanceof CallError && error.sent;
    return { kind: "unreachable", sent, message: causeOf(error) };
  }
}
