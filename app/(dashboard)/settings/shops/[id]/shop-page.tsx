"use client";

import { useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { writeJson } from "#app/requests.ts";
import { useNow } from "#app/use-now.ts";
import { useWrite } from "#app/write.ts";
import { ConnectionPanel } from "#components/shop/connection-panel.tsx";
import { HealthPanel } from "#components/shop/health-panel.tsx";
import { platformLabels } from "#components/shop/labels.ts";
import type { ShopView } from "#components/shop/shop-view.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Link, TextLink } from "#components/ui/link.tsx";
import { Panel, PanelBody, PanelHeader } from "#components/ui/panel.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { healthQuery, platformsQuery, shopQuery } from "../queries.ts";
import { ShopAccess } from "../shop-access.tsx";
import { BrowserSnippet } from "./browser-snippet.tsx";
import { LatestEvents } from "./latest-events.tsx";
import { ShopActions } from "./shop-actions.tsx";

type Props = { shop: ShopView; now: string; zone: string; mayTest: boolean; mayChange: boolean };

/** One shop: how it does, what came last, and what an admin may change of it. */
export function ShopPage({ zone, mayTest, mayChange, ...props }: Props) {
  const now = useNow(props.now);
  const shop = useQuery({ ...shopQuery(props.shop.id), initialData: props.shop }).data;
  const platforms = useQuery(platformsQuery);
  const platform = platforms.data?.find(({ name }) => name === shop.platform);
  return (
    <section aria-label={shop.name} className="grid min-w-0 gap-5">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <p className="mb-1 text-sm">
            <TextLink href="/settings/shops">Shops</TextLink>
          </p>
          <h2 className="flex flex-wrap items-center gap-2 font-semibold text-xl tracking-tight">
            {shop.name}
            <Badge>{platformLabels[shop.platform]}</Badge>
            {shop.disabledAt ? <Badge tone="bad">Off</Badge> : <Badge tone="good">Receiving</Badge>}
          </h2>
          <p className="truncate text-ink-soft text-sm">{shop.url}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            <Link href={`/settings/shops/${shop.id}/catalogue`}>Catalogue</Link>
          </Button>
          {mayChange ? (
            <Button asChild>
              <Link href={`/settings/shops/new?shop=${shop.id}`}>Set-up steps</Link>
            </Button>
          ) : null}
          {mayTest && !shop.disabledAt ? <TestButton shopId={shop.id} /> : null}
        </div>
      </header>
      <Health shopId={shop.id} now={now} zone={zone} />
      <LatestEvents shopId={shop.id} {...{ now, zone, mayChange }} />
      <ConnectionPanel
        {...{ shop, platform, now, zone }}
        actions={mayChange ? <ShopActions {...{ shop, platform }} /> : null}
      />
      {shop.platform === "custom" ? <BrowserSnippet shop={shop} mayChange={mayChange} /> : null}
      {mayChange && platform && platform.credentialFields.length > 0 ? (
        <Panel>
          <PanelHeader
            title="Access to the shop"
            description="What its API is asked with. Kept sealed: it can be changed here, and read by nobody."
          />
          <PanelBody>
            <ShopAccess shopId={shop.id} platform={platform} />
          </PanelBody>
        </Panel>
      ) : null}
    </section>
  );
}

function Health({ shopId, now, zone }: { shopId: string; now: string; zone: string }) {
  const health = useQuery(healthQuery(shopId));
  if (health.data) return <HealthPanel health={health.data} {...{ now, zone }} />;
  return (
    <Panel>{health.isError ? <ErrorState onRetry={() => void health.refetch()} /> : <SkeletonRows rows={4} />}</Panel>
  );
}

function TestButton({ shopId }: { shopId: string }) {
  const test = useWrite({
    send: () => writeJson("POST", `/api/shops/${shopId}/test-event`),
    said: "A test event is on its way through the house",
    refresh: [["webhook-events"], healthQuery(shopId).queryKey],
  });
  return (
    <Button busy={test.busy} onClick={() => test.write(undefined)}>
      <FlaskConical aria-hidden />
      Send a test event
    </Button>
  );
}
