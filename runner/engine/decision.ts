/** What the runner knows of a run when an answer arrives. */
export interface RunState {
  id: string;
  /** Steps handed out that have no result yet; those that race carry the prefix "race:". */
  pending: readonly string[];
  /** Steps that have a result. Only needed while steps run in parallel, when an answer may be based on older state. */
  settled: ReadonlySet<string>;
  /** The SDK's protocol version for this run; -1 before the first answer. */
  requestVersion: number;
  maxAttempts: number;
}

/** The unit of work whose call was answered. */
export interface JobState {
  kind: string;
  stepId: string | null;
  /** Counted tries before this one. */
  attempt: number;
  /** Tries in a row that never reached an answer; they do not count as attempts. */
  faults: number;
  race: boolean;
}

export type Reply =
  | {
      kind: "answered";
      status: number;
      fromSdk: boolean;
      noRetry: boolean | null;
      retryAfter: string | null;
      requestVersion: number | null;
      body: unknown;
    }
  /** No answer. `sent` tells whether the app may have begun to work on it. */
  | { kind: "unreachable"; sent: boolean; message: string };

/** Now of the runner's clock, its speed, and one draw from [0, 1): the decision has no clock or chance of its own. */
export interface Circumstance {
  now: number;
  speed: number;
  chance: number;
}

export interface StepError {
  name: string;
  message: string;
  [key: string]: unknown;
}

export type Effect =
  | { kind: "save_step"; stepId: string; name: string; op: string; failed: boolean; output: unknown }
  | { kind: "plan"; stepId: string; name: string; race: boolean }
  | { kind: "sleep"; stepId: string; name: string; until: number; race: boolean }
  | {
      kind: "wait";
      stepId: string;
      name: string;
      event: string;
      expression: string | null;
      until: number;
      race: boolean;
    }
  | {
      kind: "invoke";
      stepId: string;
      name: string;
      functionId: string;
      payload: Record<string, unknown>;
      until: number;
      race: boolean;
    }
  | { kind: "signal"; stepId: string; name: string; signal: string; replace: boolean; until: number; race: boolean }
  | { kind: "track"; pending: readonly string[]; serial: boolean }
  | { kind: "discover"; after: string }
  | { kind: "retry"; dueAt: number; attempt: number; faults: number; error: StepError }
  | { kind: "drop_job" }
  | { kind: "complete"; output: unknown }
  | { kind: "fail"; error: StepError };
