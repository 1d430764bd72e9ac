import { createHash } from "node:crypto";
import type { z } from "zod";
import type { RunDetail, RunnerClock, RunnerFunction, RunnerQueue, RunStatus, RunSummary } from "./runner-answers.ts";
import {
  clockAnswer,
  functionsAnswer,
  okAnswer,
  queueAnswer,
  refusalAnswer,
  runAnswer,
  runsAnswer,
} from "./runner-answers.ts";

export type { RunDetail, RunnerClock, RunnerFunction, RunnerQueue, RunStatus, RunSummary } from "./runner-answers.ts";

export type RunnerAnswer<T> =
  | { kind: "ok"; value: T }
  | { kind: "refused"; status: number; message: string }
  | { kind: "unreachable"; reason: string };

export type RunnerClientConfig = { baseUrl: string; signingKey: string | null; timeoutMs?: number };

export type RunsQuery = { status?: RunStatus; function?: string; cursor?: string; limit?: number };
export type ClockChange = { set?: Date; advanceMinutes?: number; speed?: number };

export type RunnerClient = {
  health(): Promise<RunnerAnswer<null>>;
  /** Newest first; `next` is the cursor of the next page. */
  listRuns(query?: RunsQuery): Promise<RunnerAnswer<{ runs: RunSummary[]; next: string | null }>>;
  getRun(id: string): Promise<RunnerAnswer<RunDetail>>;
  cancelRun(id: string): Promise<RunnerAnswer<null>>;
  retryRun(id: string): Promise<RunnerAnswer<null>>;
  getQueue(): Promise<RunnerAnswer<RunnerQueue>>;
  listFunctions(): Promise<RunnerAnswer<RunnerFunction[]>>;
  getClock(): Promise<RunnerAnswer<RunnerClock>>;
  /** Only the demo and tests run a runner whose clock may be moved; another refuses with 403. */
  moveClock(change: ClockChange): Promise<RunnerAnswer<RunnerClock>>;
};

/** A client of the embedded runner's own HTTP. Answers are values; no method throws for what the runner or network does. */
export function runnerClient(config: RunnerClientConfig): RunnerClient {
  const call = <S extends z.ZodType>(method: string, path: string, shape: S) => ask(config, { method, path }, shape);
  const run = (id: string) => `/v1/runs/${encodeURIComponent(id)}`;
  return {
    health: async () => mapped(await call("GET", "/health", okAnswer), () => null),
    listRuns: async (query = {}) =>
      mapped(await call("GET", `/v1/runs${queryText(query)}`, runsAnswer), ({ data, next }) => ({ runs: data, next })),
    getRun: async (id) => mapped(await call("GET", run(id), runAnswer), ({ data }) => data),
    cancelRun: async (id) => mapped(await call("DELETE", run(id), okAnswer), () => null),
    retryRun: async (id) => mapped(await call("POST", `${run(id)}/retry`, okAnswer), () => null),
    getQueue: async () => mapped(await call("GET", "/v1/queue", queueAnswer), ({ data }) => data),
    listFunctions: async () => mapped(await call("GET", "/v1/functions", functionsAnswer), ({ data }) => data),
    getClock: () => call("GET", "/clock", clockAnswer),
    moveClock: ({ set, ...change }) =>
      ask(
        config,
        { method: "POST", path: "/clock", body: { ...change, ...(set ? { set: set.toISOString() } : {}) } },
        clockAnswer,
      ),
  };
}

/** Whether a runner answers `GET /health`; false without an address. */
export async function runnerIsUp(baseUrl: string | undefined): Promise<boolean> {
  if (!baseUrl) return false;
  return (await runnerClient({ baseUrl, signingKey: null, timeoutMs: 2_000 }).health()).kind === "ok";
}

type Asked = { method: string; path: string; body?: unknown };

async function ask<S extends z.ZodType>(
  { baseUrl, signingKey, timeoutMs = 5_000 }: RunnerClientConfig,
  { method, path, body }: Asked,
  shape: S,
): Promise<RunnerAnswer<z.output<S>>> {
  const headers = {
    ...(signingKey === null ? {} : { authorization: `Bearer ${bearerOf(signingKey)}` }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const init = { method, headers, body: body === undefined ? null : JSON.stringify(body) };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(`${baseUrl.replace(/\/+$/, "")}${path}`, { ...init, signal, redirect: "error" });
    const json: unknown = await response.json().catch(() => null);
    if (!response.ok) return { kind: "refused", status: response.status, message: refusalAnswer.parse(json) };
    const parsed = shape.safeParse(json);
    return parsed.success ? { kind: "ok", value: parsed.data } : { kind: "unreachable", reason: "unreadable_answer" };
  } catch (error) {
    return {
      kind: "unreachable",
      reason: error instanceof Error && error.name === "TimeoutError" ? "timeout" : "no_connection",
    };
  }
}

/** The form in which Inngest's API takes a signing key: its prefix, then the SHA-256 of the key's bytes. */
function bearerOf(signingKey: string): string {
  const prefix = /^signkey-\w+-/.exec(signingKey)?.[0] ?? "";
  return `${prefix}${createHash("sha256")
    .update(Buffer.from(signingKey.slice(prefix.length), "hex"))
    .digest("hex")}`;
}

function queryText(query: RunsQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  return params.size > 0 ? `?${params}` : "";
}

function mapped<T, U>(answer: RunnerAnswer<T>, value: (given: T) => U): RunnerAnswer<U> {
  return answer.kind === "ok" ? { kind: "ok", value: value(answer.value) } : answer;
}
