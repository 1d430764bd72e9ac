"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { ConnectForm } from "#components/shop/connect-form.tsx";
import { platformLabels } from "#components/shop/labels.ts";
import type { PlatformView, ShopValues } from "#components/shop/platform-view.ts";
import type { ShopView } from "#components/shop/shop-view.ts";
import { WizardStep } from "#components/shop/wizard-step.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { newestEventQuery, platformsQuery, shopsKey } from "../queries.ts";
import { ArrivalStep } from "./arrival-step.tsx";
import { SetupStep } from "./setup-step.tsx";

type Connected = { shop: ShopView; secret: string | null };

/** Three steps on one page: which shop, what to do there, and the first event that proves it. */
export function ConnectWizard(props: { begun: ShopView | null; currency: string; now: string; zone: string }) {
  const platforms = useQuery(platformsQuery);
  const [connected, setConnected] = useState<Connected | null>(props.begun && { shop: props.begun, secret: null });
  const make = useWrite({
    send: (values: ShopValues) => writeJson<{ shop: ShopView; secret: string }>("POST", "/api/shops", values),
    refresh: [shopsKey],
    done: ({ shop, secret }) => {
      setConnected({ shop, secret });
      // Whoever reloads goes on with this shop, and does not connect it twice.
      window.history.replaceState(null, "", `/settings/shops/new?shop=${shop.id}`);
    },
  });
  const shop = connected?.shop;
  const lit = Boolean(useQuery({ ...newestEventQuery(shop?.id ?? ""), enabled: Boolean(shop) }).data);
  const atWork = connected ? (lit ? "done" : "current") : "ahead";
  const platform = platforms.data?.find(({ name }) => name === shop?.platform);
  return (
    <section aria-label="Connect a shop" className="grid gap-4">
      <header>
        <p className="mb-1 text-sm">
          <TextLink href="/settings/shops">Shops</TextLink>
        </p>
        <h2 className="font-semibold text-xl tracking-tight">Connect a shop</h2>
      </header>
      <ol className="grid gap-3">
        <WizardStep
          position={1}
          title="Your shop"
          state={connected ? "done" : "current"}
          summary={shop ? `${shop.name} · ${platformLabels[shop.platform]}` : null}
        >
          {connected ? null : (
            <Choose
              platforms={platforms.data}
              failed={platforms.isError}
              onRetry={() => void platforms.refetch()}
              currency={props.currency}
              make={make}
            />
          )}
        </WizardStep>
        <WizardStep position={2} title={platform ? `Set-up: ${platform.title}` : "Set-up in the shop"} state={atWork}>
          {connected && platform ? (
            <SetupStep shop={connected.shop} platform={platform} secret={connected.secret} />
          ) : null}
        </WizardStep>
        <WizardStep position={3} title="First event" state={atWork}>
          {connected ? <ArrivalStep shop={connected.shop} now={props.now} zone={props.zone} /> : null}
        </WizardStep>
      </ol>
    </section>
  );
}

function Choose(props: {
  platforms: PlatformView[] | undefined;
  failed: boolean;
  onRetry: () => void;
  currency: string;
  make: Pick<ReturnType<typeof useWrite<ShopValues>>, "busy" | "complaint" | "write">;
}) {
  if (props.failed) return <ErrorState onRetry={props.onRetry} />;
  if (!props.platforms) return <SkeletonRows rows={4} />;
  const { busy, complaint, write } = props.make;
  return (
    <ConnectForm {...{ busy, complaint }} platforms={props.platforms} currency={props.currency} onConnect={write} />
  );
}
