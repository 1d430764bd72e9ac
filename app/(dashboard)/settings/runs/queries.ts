import { readJson } from "#app/requests.ts";
import type { RunStatus } from "#components/run/labels.ts";
import type { QueueView, RunDetailView, RunView } from "#components/run/run-views.ts";

export type RunsPage =
  | { runner: "elsewhere" | "down"; now: string }
  | {
      runner: "up";
      now: string;
      data: RunView[];
      next: string | null;
      queue: QueueView;
      functions: { id: string; name: string }[];
    };

export type RunsFilter = { status: RunStatus | "all"; function: string; timers: boolean };

export const runsKey = ["runs"];

export function readRuns(filter: RunsFilter, cursor: string, signal: AbortSignal): Promise<RunsPage> {
  const query = new URLSearchParams();
  if (filter.status !== "all") query.set("status", filter.status);
  if (filter.function) query.set("function", filter.function);
  if (filter.timers) query.set("timers", "shown");
  if (cursor) query.set("cursor", cursor);
  return readJson<RunsPage>(`/api/runs?${query}`, signal);
}

export function readRun(id: string, signal: AbortSignal): Promise<RunDetailView> {
  return readJson<RunDetailView>(`/api/runs/${encodeURIComponent(id)}`, signal);
}
