"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { CartLines } from "#components/cart/cart-lines.tsx";
import { ClockBox } from "#components/cart/clock-box.tsx";
import { stateLabels, stateTones, zoneSourceLabels } from "#components/cart/labels.ts";
import { Timeline } from "#components/cart/timeline.tsx";
import type { Names } from "#components/sequence/step-words.ts";
import { Address } from "#components/ui/address.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Panel, PanelBody, PanelHeader } from "#components/ui/panel.tsx";
import { CartWalkPanel } from "#components/walk/cart-walk.tsx";
import { type CartAnswer, cartQuery } from "../queries.ts";

type Props = { first: CartAnswer; zone: string; names: Names; sequenceId: string | null; children?: ReactNode };

export function CartView({ first, zone, names, sequenceId, children }: Props) {
  const { data } = useQuery({ ...cartQuery(first.cart.id), initialData: first });
  const { cart, clock, timeline, walks, now } = data;
  const { contact } = cart;
  return (
    <Page>
      <PageHeader
        above={<TextLink href="/carts">Carts</TextLink>}
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {contact?.name ?? contact?.address ?? "Unknown shopper"}
            <Badge tone={stateTones[cart.state]}>{stateLabels[cart.state]}</Badge>
          </span>
        }
        actions={
          sequenceId && contact ? (
            <Button asChild>
              <a href={`/sequences/${sequenceId}/try?cart=${cart.id}`}>Try it on a sequence</a>
            </Button>
          ) : null
        }
        description={`${cart.phase === "checkout" ? "Checkout" : "Cart"} at ${cart.shop.name}`}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="order-2 grid gap-5 lg:order-1">
          {walks
            .filter(({ steps, standsAt }) => steps.length > 0 || standsAt !== null)
            .map((walk) => (
              <CartWalkPanel key={walk.id} walk={walk} names={names} zone={zone} cartId={cart.id} />
            ))}
          <Panel className="pb-3">
            <PanelHeader title="What happened" className="border-b" />
            <Timeline entries={timeline} zone={zone} />
          </Panel>
          {children}
        </div>
        <div className="order-1 grid gap-5 lg:order-2">
          <ClockBox clock={clock} now={now} zone={zone} shopperZone={contact?.zone.zone ?? null} />
          {cart.mergedInto ? <NewerCart newer={cart.mergedInto} /> : null}
          {cart.mergedFrom.length > 0 ? <OlderCarts older={cart.mergedFrom} /> : null}
          <Panel>
            <PanelHeader title="Contents" />
            <CartLines lines={cart.lines} totals={cart.totals} currency={cart.currency} />
          </Panel>
          {contact ? <ContactPanel contact={contact} /> : null}
        </div>
      </div>
    </Page>
  );
}

function NewerCart({ newer }: { newer: NonNullable<CartAnswer["cart"]["mergedInto"]> }) {
  return (
    <Panel>
      <PanelHeader title="Merged" />
      <PanelBody>
        The shopper has since filled <TextLink href={`/carts/${newer.id}`}>cart {newer.externalId}</TextLink> at{" "}
        {newer.shop}. They are written to about that one only.
      </PanelBody>
    </Panel>
  );
}

function OlderCarts({ older }: { older: CartAnswer["cart"]["mergedFrom"] }) {
  return (
    <Panel>
      <PanelHeader title="Merged into this cart" />
      <PanelBody>
        <ul className="grid gap-1">
          {older.map((cart) => (
            <li key={cart.id}>
              <TextLink href={`/carts/${cart.id}`}>Cart {cart.externalId}</TextLink> at {cart.shop}
            </li>
          ))}
        </ul>
      </PanelBody>
    </Panel>
  );
}

function ContactPanel({ contact }: { contact: NonNullable<CartAnswer["cart"]["contact"]> }) {
  const { language, country } = contact;
  return (
    <Panel>
      <PanelHeader title="Contact" />
      <PanelBody>
        <Facts>
          <Fact name="Address">
            <Address value={contact.address} />
          </Fact>
          <Fact name="Orders">{contact.orders === 0 ? "None yet" : contact.orders}</Fact>
          <Fact name="Language">{[language, country].filter(Boolean).join(", ") || "Not known"}</Fact>
          <Fact name="Time zone">
            {contact.zone.zone.replaceAll("_", " ")}
            <span className="block text-ink-faint text-xs">{zoneSourceLabels[contact.zone.from]}</span>
          </Fact>
          <Fact name="May be mailed">{contact.suppressed ? `No: ${contact.suppressed}` : "Yes"}</Fact>
        </Facts>
      </PanelBody>
    </Panel>
  );
}
