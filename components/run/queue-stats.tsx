import { Skeleton } from "../ui/skeleton.tsx";
import { Stat, Stats } from "../ui/stat.tsx";
import type { QueueView } from "./run-views.ts";

/** How the runner keeps up: the age of the oldest due item is the one number to watch. */
export function QueueStats({ queue }: { queue: QueueView }) {
  return (
    <Stats>
      <Stat
        label="Oldest due"
        value={queue.due === 0 ? "–" : formatAge(queue.oldestDueAgeMs)}
        hint={queue.due === 0 ? "nothing is due" : `${queue.due} due now`}
      />
      <Stat label="Being called" value={queue.calling} hint="steps the app works on" />
      <Stat
        label="Sleeping"
        value={queue.sleeping}
        hint={queue.parked > 0 ? `${queue.parked} held by a limit` : "until their time"}
      />
      <Stat label="Failed runs" value={queue.runs.failed ?? 0} hint={`${queue.runs.completed ?? 0} done`} />
    </Stats>
  );
}

/** The same place while the figures are read, so that nothing below it moves. */
export function QueueStatsPending() {
  return (
    <Stats>
      {["Oldest due", "Being called", "Sleeping", "Failed runs"].map((label) => (
        <Stat key={label} label={label} value={<Skeleton className="my-2 w-12" />} hint={"\u00a0"} />
      ))}
    </Stats>
  );
}

function formatAge(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 90_000) return `${Math.round(ms / 100) / 10} s`;
  return `${Math.round(ms / 60_000)} min`;
}
