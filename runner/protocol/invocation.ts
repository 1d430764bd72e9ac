import { canonical, canonicalObject } from "./canonical.ts";

/** What a call to the app carries, with everything stored given as the canonical text it already is. */
export interface Invocation {
  runId: string;
  functionId: string;
  jobId: number;
  requestId: string;
  generation: number;
  attempt: number;
  maxAttempts: number;
  requestVersion: number;
  /** Run no new step at once: siblings are outstanding. */
  serial: boolean;
  /** The step to run, or null to go on with the function. */
  stepId: string | null;
  events: string;
  steps: readonly (readonly [string, string])[];
}

/** Beyond this the SDK is told to fetch the state from the API instead. */
const largestInline = 4 * 1024 * 1024;

function contextOf(call: Invocation, useApi: boolean): string {
  const stack = call.steps.map(([id]) => id);
  return canonical({
    attempt: call.attempt,
    disable_immediate_execution: call.serial,
    env: "",
    fn_id: call.functionId,
    generation_id: call.generation,
    job_id: String(call.jobId),
    max_attempts: call.maxAttempts,
    qi_id: String(call.jobId),
    request_id: call.requestId,
    run_id: call.runId,
    stack: { stack, current: stack.length },
    step_id: call.stepId ?? "step",
    use_api: useApi,
  });
}

/** The body of a call request in canonical form, as the signature needs it. */
export function invocationBody(call: Invocation): string {
  const size = call.steps.reduce((sum, [, output]) => sum + output.length, call.events.length * 2);
  const useApi = size > largestInline;
  const [event = null]: unknown[] = JSON.parse(call.events);
  return canonicalObject([
    ["ctx", contextOf(call, useApi)],
    ["defers", "{}"],
    ["event", canonical(event)],
    ["events", useApi ? "[]" : call.events],
    ["steps", useApi ? "{}" : canonicalObject(call.steps)],
    ["use_api", String(useApi)],
    ["version", String(call.requestVersion)],
  ]);
}

export function invocationHeaders(call: Invocation): Record<string, string> {
  return {
    "x-run-id": call.runId,
    "x-request-id": call.requestId,
    "x-inngest-job-id": String(call.jobId),
    "x-inngest-generation-id": String(call.generation),
    "x-inngest-req-version": String(call.requestVersion),
    "x-inngest-step-id": call.stepId ?? "step",
  };
}
