import type { RunStatus } from "./labels.ts";

type Instant = Date | string;
export type Fault = { name: string; message: string } | null;

export type RunView = {
  id: string;
  functionId: string;
  functionName: string;
  status: RunStatus;
  event: string | null;
  createdAt: Instant;
  startedAt: Instant | null;
  endedAt: Instant | null;
  waitsFor: { kind: string; name: string | null; state: string; dueAt: Instant | null } | null;
  attempts: number | null;
  lastError: Fault;
};

export type RunDetailView = RunView & {
  steps: {
    id: string;
    name: string | null;
    op: string;
    status: "completed" | "failed";
    output: string;
    endedAt: Instant | null;
  }[];
  outstanding: {
    kind: string;
    name: string | null;
    state: string;
    attempt: number;
    dueAt: Instant | null;
    lastError: Fault;
  }[];
  pauses: { kind: string; event: string | null; expiresAt: Instant | null }[];
};

export type QueueView = {
  runs: Record<string, number>;
  due: number;
  calling: number;
  parked: number;
  sleeping: number;
  oldestDueAgeMs: number;
};
