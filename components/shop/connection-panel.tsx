import type { ReactNode } from "react";
import { CopyField } from "../ui/copy-button.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Time } from "../ui/time.tsx";
import type { PlatformView } from "./platform-view.ts";
import { Topics } from "./setup-steps.tsx";
import type { ShopView } from "./shop-view.ts";

/** Where a shop's webhooks go, what they are to report, and where its links may lead. */
export function ConnectionPanel(props: {
  shop: ShopView;
  platform: PlatformView | undefined;
  now: string;
  zone: string;
  actions: ReactNode;
}) {
  const { shop, zone } = props;
  const overlapping = shop.previousSecretUntil && new Date(shop.previousSecretUntil) > new Date(props.now);
  return (
    <Panel>
      <PanelHeader title="Connection" actions={props.actions} />
      <PanelBody className="grid gap-4">
        <div className="grid gap-1.5">
          <h3 className="font-medium text-sm">Webhook address</h3>
          <CopyField value={shop.webhookUrl} label="webhook address" />
        </div>
        {overlapping && shop.previousSecretUntil ? (
          <Notice tone="accent">
            The secret before this one is taken until <Time at={shop.previousSecretUntil} zone={zone} />.
          </Notice>
        ) : null}
        <Facts>
          <Fact name="Links lead to">{shop.hosts.join(", ")}</Fact>
          <Fact name="Currency">{shop.currency}</Fact>
          <Fact name="Connected">
            <Time at={shop.createdAt} zone={zone} format="date" />
          </Fact>
        </Facts>
        {props.platform ? <Topics topics={props.platform.topics} /> : null}
      </PanelBody>
    </Panel>
  );
}
