"use client";

import { toast } from "sonner";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { ReplayAll } from "../../replay-all.tsx";
import { deliveriesKey } from "../queries.ts";

/** Lets everything go once more that failed for good: as events are kept for 30 days, since the beginning. */
export function ReplayFailed({ endpointId }: { endpointId: string }) {
  const replay = useWrite({
    send: () =>
      writeJson<{ replayed: number }>("POST", `/api/v1/webhooks/${endpointId}/replays`, {
        failedSince: new Date(0).toISOString(),
      }),
    refresh: [deliveriesKey],
    done: ({ replayed }) => toast.success(`${replayed} ${replayed === 1 ? "event is" : "events are"} told once more`),
  });
  return (
    <ReplayAll onReplay={() => replay.writeAsync(undefined)}>
      Each goes once more in its order, under the same event id: what listens there knows what it has had.
    </ReplayAll>
  );
}
