"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import { Sheet, SheetContent } from "#components/ui/sheet.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { DeliveryDetail } from "#components/webhook-out/delivery-detail.tsx";
import { DeliveryTable } from "#components/webhook-out/delivery-table.tsx";
import { stateLabels, toldLabels } from "#components/webhook-out/labels.ts";
import { type DeliveryState, deliveryStates } from "#domain/webhook-delivery.ts";
import type { DeliveryRow } from "#domain/webhooks-out.ts";
import { PagedRows } from "../../../paged-rows.tsx";
import { type DeliveryPage, deliveriesKey, deliveriesQuery, deliveryQuery } from "../queries.ts";
import { ReplayFailed } from "./replay-failed.tsx";

type Props = { endpointId: string; log: DeliveryPage; state: DeliveryState | null; now: string; zone: string };

/** What an endpoint was told, with what became of it. */
export function DeliveryLog({ endpointId, log, state, now, zone }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState<DeliveryRow | null>(null);
  const read = useInfiniteQuery({
    ...deliveriesQuery(endpointId, state),
    initialData: { pages: [log], pageParams: [""] },
  });
  const rows = read.data.pages.flatMap((page) => page.data);
  const place = `/settings/webhooks-out/${endpointId}`;
  const show = (chosen: string) => router.replace(chosen ? `${place}?state=${chosen}` : place, { scroll: false });
  return (
    <Panel>
      <PanelHeader
        title="Deliveries"
        description="The newest event first. Events are kept for 30 days."
        actions={
          <>
            {state === "failed" && rows.length > 0 ? <ReplayFailed endpointId={endpointId} /> : null}
            <Select
              aria-label="State"
              className="w-36"
              value={state ?? ""}
              onChange={(event) => show(event.target.value)}
            >
              <option value="">All states</option>
              {deliveryStates.map((one) => (
                <option key={one} value={one}>
                  {stateLabels[one]}
                </option>
              ))}
            </Select>
          </>
        }
      />
      <PagedRows
        list={read}
        shown={rows.length}
        noun="deliveries"
        nothing={
          <EmptyState
            icon={Inbox}
            title={state ? `Nothing is ${stateLabels[state].toLowerCase()}` : "Nothing told yet"}
          >
            Each event that this endpoint hears of will stand here with every try. Send a test to see one.
          </EmptyState>
        }
      >
        <DeliveryTable {...{ rows, now, zone }} onOpen={setOpen} />
      </PagedRows>
      <Sheet open={open !== null} onOpenChange={(stays) => (stays ? undefined : setOpen(null))}>
        <SheetContent title={open ? toldLabels[open.type] : ""} className="w-[min(40rem,100vw)]">
          {open ? <Entry row={open} zone={zone} /> : null}
        </SheetContent>
      </Sheet>
    </Panel>
  );
}

function Entry({ row: { id, endpointId, eventId }, zone }: { row: DeliveryRow; zone: string }) {
  const entry = useQuery(deliveryQuery(id));
  const replay = useWrite({
    send: () => writeJson("POST", `/api/v1/webhooks/${endpointId}/replays`, { eventId }),
    said: "It is told once more",
    refresh: [deliveriesKey],
  });
  if (entry.isError) return <ErrorState onRetry={() => void entry.refetch()} />;
  if (!entry.data) return <SkeletonRows rows={6} />;
  return (
    <DeliveryDetail entry={entry.data} zone={zone} replaying={replay.busy} onReplay={() => replay.write(undefined)} />
  );
}
