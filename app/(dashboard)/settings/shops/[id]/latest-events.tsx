"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readJson } from "#app/requests.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { NoWebhooks } from "#components/webhook/no-webhooks.tsx";
import { WebhookTable } from "#components/webhook/webhook-table.tsx";
import type { Page } from "#domain/rows.ts";
import type { WebhookLogRow } from "#domain/webhook-log.ts";
import { filterQuery, webhooksKey } from "../../webhooks/queries.ts";
import { WebhookSheet } from "../../webhooks/webhook-sheet.tsx";

const shown = "5";

/** The last few requests of one shop, and the way to all of them. */
export function LatestEvents(props: { shopId: string; now: string; zone: string; mayChange: boolean }) {
  const { shopId, now, zone } = props;
  const [open, setOpen] = useState<WebhookLogRow | null>(null);
  const latest = useQuery({
    queryKey: [...webhooksKey, "latest", shopId],
    queryFn: ({ signal }) =>
      readJson<Page<WebhookLogRow>>(`/api/webhook-events?${filterQuery({ shop: shopId, limit: shown })}`, signal),
    refetchInterval: 5_000,
  });
  const rows = latest.data?.rows ?? [];
  return (
    <Panel>
      <PanelHeader
        title="Latest webhooks"
        actions={
          <TextLink href={`/settings/webhooks?${filterQuery({ shop: shopId })}`} className="text-sm">
            All of this shop
          </TextLink>
        }
      />
      {latest.isPending ? <SkeletonRows rows={3} /> : null}
      {latest.isError && !latest.data ? <ErrorState onRetry={() => void latest.refetch()} /> : null}
      {latest.data && rows.length === 0 ? <NoWebhooks filters={{ shop: "", outcome: "", topic: "" }} /> : null}
      {rows.length > 0 ? (
        <WebhookTable
          {...{ rows, now, zone }}
          withShop={false}
          onOpen={(id) => setOpen(rows.find((row) => row.id === id) ?? null)}
        />
      ) : null}
      <WebhookSheet row={open} zone={zone} admin={props.mayChange} onClose={() => setOpen(null)} />
    </Panel>
  );
}
