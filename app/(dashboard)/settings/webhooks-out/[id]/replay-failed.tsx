"use client";

import { RotateCcw } from "lucide-react";
import { toast } from "sonner";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
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
    <ConfirmDialog
      title="Replay all that failed?"
      confirm="Replay all"
      onConfirm={() => replay.writeAsync(undefined)}
      trigger={
        <Button>
          <RotateCcw aria-hidden />
          Replay all
        </Button>
      }
    >
      Each goes once more in its order, under the same event id: what listens there knows what it has had.
    </ConfirmDialog>
  );
}
