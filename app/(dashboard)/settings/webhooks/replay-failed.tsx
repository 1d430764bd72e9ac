"use client";

import { toast } from "sonner";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { ReplayAll } from "../replay-all.tsx";
import { webhooksKey } from "./queries.ts";

/** Puts all dead letters back, of one shop or of all. Applying twice has no second effect, so there is nothing to undo. */
export function ReplayFailed({ shop }: { shop: { id: string; name: string } | null }) {
  const replay = useWrite({
    send: () =>
      writeJson<{ replayed: number; more: boolean }>(
        "POST",
        "/api/webhook-events/replay",
        shop ? { shop: shop.id } : {},
      ),
    refresh: [webhooksKey],
    done: ({ replayed, more }) =>
      toast.success(`${replayed} ${replayed === 1 ? "request is" : "requests are"} tried again`, {
        description: more ? "More wait: replay them when these are through." : undefined,
      }),
  });
  return (
    <ReplayAll of={shop?.name} onReplay={() => replay.writeAsync(undefined)}>
      Each is applied once more, the oldest first. What has been applied meanwhile is not applied twice.
    </ReplayAll>
  );
}
