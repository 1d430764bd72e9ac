"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { useNow } from "#app/use-now.ts";
import { Panel, PanelHeader } from "#components/ui/panel.tsx";
import { NoWebhooks } from "#components/webhook/no-webhooks.tsx";
import { WebhookFilterBar, type WebhookFilters } from "#components/webhook/webhook-filters.tsx";
import { WebhookTable } from "#components/webhook/webhook-table.tsx";
import type { Page } from "#domain/rows.ts";
import type { WebhookLogRow } from "#domain/webhook-log.ts";
import { PagedRows } from "../../paged-rows.tsx";
import { anyFailedQuery, filterQuery, webhooksQuery } from "./queries.ts";
import { ReplayFailed } from "./replay-failed.tsx";
import { WebhookSheet } from "./webhook-sheet.tsx";

type Props = {
  filters: WebhookFilters;
  first: Page<WebhookLogRow>;
  shops: { id: string; name: string }[];
  now: string;
  zone: string;
  admin: boolean;
};

/** Everything the shops and the mail provider have told us, with what became of it. */
export function WebhookLog({ filters, first, shops, zone, admin, ...props }: Props) {
  const now = useNow(props.now);
  const router = useRouter();
  const [open, setOpen] = useState<WebhookLogRow | null>(null);
  const log = useInfiniteQuery({ ...webhooksQuery(filters), initialData: { pages: [first], pageParams: [""] } });
  const rows = log.data.pages.flatMap((page) => page.rows);
  const { shop, outcome, topic } = filters;
  const show = useCallback(
    (changed: Partial<WebhookFilters>) =>
      router.replace(`/settings/webhooks?${filterQuery({ shop, outcome, topic, ...changed })}`, { scroll: false }),
    [router, shop, outcome, topic],
  );
  const onTopic = useCallback((text: string) => show({ topic: text }), [show]);
  const deadLetters = outcome === "failed";
  const failed = useQuery(anyFailedQuery(shop)).data ?? false;
  return (
    <Panel>
      <PanelHeader
        title={deadLetters ? "Dead letters" : "Webhooks"}
        description={
          deadLetters
            ? "Requests that could not be applied. Nothing of them is lost: replay them when the cause is mended."
            : "What shops and the mail provider told us, newest first. Requests with a wrong signature are not kept."
        }
        actions={
          admin && deadLetters && rows.length > 0 ? (
            <ReplayFailed shop={shops.find(({ id }) => id === shop) ?? null} />
          ) : null
        }
      />
      <WebhookFilterBar
        {...{ filters, shops, onTopic, failed }}
        onShop={(id) => show({ shop: id })}
        onOutcome={(chosen) => show({ outcome: chosen })}
      />
      <PagedRows
        list={log}
        shown={rows.length}
        noun="webhooks"
        nothing={<NoWebhooks filters={filters} onReset={() => router.replace("/settings/webhooks")} />}
      >
        <WebhookTable
          {...{ rows, now, zone }}
          withShop={shop === ""}
          onOpen={(id) => setOpen(rows.find((row) => row.id === id) ?? null)}
        />
      </PagedRows>
      <WebhookSheet row={open} {...{ zone, admin }} onClose={() => setOpen(null)} />
    </Panel>
  );
}
