"use client";

import { KeyRound, MoreHorizontal, Pencil, Power } from "lucide-react";
import type { PlatformName } from "#domain/shop-event.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-button.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { Menu, MenuContent, MenuEntry, MenuTrigger } from "../ui/menu.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Time } from "../ui/time.tsx";
import { platformLabels, platformTopics } from "./labels.ts";

type Instant = Date | string;

export type ShopView = {
  id: string;
  platform: PlatformName;
  name: string;
  url: string;
  hosts: string[];
  currency: string;
  previousSecretUntil: Instant | null;
  createdAt: Instant;
  disabledAt: Instant | null;
  webhookUrl: string;
};

/** One connected shop: where its webhooks go, and what it may link to. */
export function ShopCard(props: {
  shop: ShopView;
  now: Instant;
  zone: string;
  mayChange: boolean;
  onRotate: () => void;
  onEdit: () => void;
  onDisable: (disabled: boolean) => void;
}) {
  const { shop, zone } = props;
  const overlapping = shop.previousSecretUntil && new Date(shop.previousSecretUntil) > new Date(props.now);
  return (
    <Panel>
      <PanelHeader
        title={
          <span className="flex flex-wrap items-center gap-2">
            {shop.name}
            <Badge>{platformLabels[shop.platform]}</Badge>
            {shop.disabledAt ? <Badge tone="bad">Off</Badge> : <Badge tone="good">Receiving</Badge>}
          </span>
        }
        description={shop.url}
        actions={props.mayChange ? <ShopMenu {...props} /> : null}
      />
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
          <Fact name="Events">
            <span className="flex flex-wrap gap-1">
              {platformTopics[shop.platform].map((topic) => (
                <code key={topic} className="rounded-sm bg-sunken px-1.5 font-mono text-ink-soft text-xs">
                  {topic}
                </code>
              ))}
            </span>
          </Fact>
          <Fact name="Links lead to">{shop.hosts.join(", ")}</Fact>
          <Fact name="Currency">{shop.currency}</Fact>
          <Fact name="Connected">
            <Time at={shop.createdAt} zone={zone} format="date" />
          </Fact>
        </Facts>
      </PanelBody>
    </Panel>
  );
}

function ShopMenu(props: {
  shop: ShopView;
  onRotate: () => void;
  onEdit: () => void;
  onDisable: (disabled: boolean) => void;
}) {
  const off = props.shop.disabledAt !== null;
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={`Actions for ${props.shop.name}`}>
          <MoreHorizontal />
        </Button>
      </MenuTrigger>
      <MenuContent>
        <MenuEntry onSelect={props.onEdit}>
          <Pencil aria-hidden />
          Edit
        </MenuEntry>
        <MenuEntry onSelect={props.onRotate}>
          <KeyRound aria-hidden />
          New signing secret
        </MenuEntry>
        <MenuEntry danger={!off} onSelect={() => props.onDisable(!off)}>
          <Power aria-hidden />
          {off ? "Receive again" : "Stop receiving"}
        </MenuEntry>
      </MenuContent>
    </Menu>
  );
}
