"use client";

import { useQuery } from "@tanstack/react-query";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Sheet, SheetContent } from "#components/ui/sheet.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { WebhookDetail } from "#components/webhook/webhook-detail.tsx";
import type { WebhookLogRow } from "#domain/webhook-log.ts";
import { webhookQuery, webhooksKey } from "./queries.ts";

/** One request beside the list. Its body stands in it for admins only, as shoppers' own words are in there. */
export function WebhookSheet(props: { row: WebhookLogRow | null; zone: string; admin: boolean; onClose: () => void }) {
  const { row } = props;
  return (
    <Sheet open={row !== null} onOpenChange={(open) => (open ? undefined : props.onClose())}>
      <SheetContent title={row?.topic ?? ""} className="w-[min(40rem,100vw)]">
        {row && props.admin ? <Entry id={row.id} zone={props.zone} /> : null}
        {row && !props.admin ? <WebhookDetail entry={row} zone={props.zone} replaying={false} /> : null}
      </SheetContent>
    </Sheet>
  );
}

function Entry({ id, zone }: { id: string; zone: string }) {
  const entry = useQuery(webhookQuery(id));
  const replay = useWrite({
    send: () => writeJson("POST", `/api/webhook-events/${id}/replay`),
    said: "It is tried again",
    refresh: [webhooksKey],
  });
  if (entry.isError) return <ErrorState onRetry={() => void entry.refetch()} />;
  if (!entry.data) return <SkeletonRows rows={6} />;
  const { outcome, base64 } = entry.data;
  const replayable = outcome !== "pending" && base64 !== null;
  return (
    <WebhookDetail
      entry={entry.data}
      zone={zone}
      replaying={replay.busy}
      onReplay={replayable ? () => replay.write(undefined) : undefined}
    />
  );
}
