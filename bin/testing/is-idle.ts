import type { runnerClient } from "#integrations/runner-client.ts";

/** Whether a runner has nothing under way. The count of what happened never rests: its calls are no sign of anything. */
export async function isIdle(runner: Pick<ReturnType<typeof runnerClient>, "listRuns" | "getQueue">): Promise<boolean> {
  const counting = await runner.listRuns({ function: "comeback-roll-up", status: "running" });
  const queue = await runner.getQueue();
  if (queue.kind !== "ok" || counting.kind !== "ok") return false;
  return queue.value.due === 0 && queue.value.calling <= counting.value.runs.length;
}
