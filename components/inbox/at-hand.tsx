import { ExternalLink } from "lucide-react";
import type { ConversationDetail } from "#domain/inbox-rows.ts";
import { CartLines } from "../cart/cart-lines.tsx";
import { closeLabels, stateLabels, stateTones } from "../cart/labels.ts";
import { Address } from "../ui/address.tsx";
import { Badge } from "../ui/badge.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { TextLink } from "../ui/link.tsx";
import { Money } from "../ui/money.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Time } from "../ui/time.tsx";

type Props = { detail: ConversationDetail; zone: string };

/** What somebody who answers needs to know: the cart, the order, how the sequence stands, who it is. */
export function AtHand({ detail, zone }: Props) {
  const { cart, contact } = detail;
  return (
    <div className="grid gap-4">
      {cart ? (
        <CartAtHand cart={cart} zone={zone} />
      ) : (
        <Panel>
          <PanelHeader title="Cart" />
          <PanelBody className="text-ink-soft text-sm">This mail answers no message about a cart.</PanelBody>
        </Panel>
      )}
      <SequenceAtHand detail={detail} zone={zone} />
      {contact ? <ContactAtHand contact={contact} zone={zone} /> : null}
    </div>
  );
}

function CartAtHand({ cart, zone }: { cart: NonNullable<ConversationDetail["cart"]>; zone: string }) {
  const { order } = cart;
  const link = cart.recoveryUrl && /^https?:/i.test(cart.recoveryUrl) && !order ? cart.recoveryUrl : null;
  return (
    <Panel>
      <PanelHeader
        title={<TextLink href={`/carts/${cart.id}`}>Cart</TextLink>}
        actions={<Badge tone={stateTones[cart.state]}>{stateLabels[cart.state]}</Badge>}
      />
      <CartLines lines={cart.lines} totals={cart.totals} currency={cart.currency} />
      {link || order ? (
        <div className="grid gap-2 border-t px-4 py-3 text-sm">
          {order ? (
            <p>
              Ordered <Time at={order.orderedAt} zone={zone} />
              {order.number ? `, number ${order.number}` : ""}: <Money amount={order.total} currency={order.currency} />
            </p>
          ) : null}
          {link ? (
            <a
              href={link}
              target="_blank"
              rel="noreferrer"
              className="inline-flex w-fit items-center gap-1 text-accent underline underline-offset-2"
            >
              Recovery link
              <ExternalLink aria-hidden className="size-3.5" />
            </a>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}

function SequenceAtHand({ detail: { enrollment, pausesSince, status }, zone }: Props) {
  const pauses = status === "open" && pausesSince !== null;
  if (!enrollment && !pauses) return null;
  return (
    <Panel>
      <PanelHeader title="Sequence" />
      <PanelBody>
        <Facts>
          {enrollment ? <Fact name="Name">{enrollment.sequence}</Fact> : null}
          {enrollment ? <Fact name="Sent">{enrollment.sent}</Fact> : null}
          <Fact name="State">
            {enrollment?.closeReason ? (
              closeLabels[enrollment.closeReason]
            ) : pauses ? (
              <>
                Paused since <Time at={pausesSince ?? ""} zone={zone} />, until this conversation is closed
              </>
            ) : (
              "Runs"
            )}
          </Fact>
          {enrollment?.nextDueAt && !enrollment.closeReason ? (
            <Fact name="Next step">
              <Time at={enrollment.nextDueAt} zone={zone} />
            </Fact>
          ) : null}
        </Facts>
      </PanelBody>
    </Panel>
  );
}

function ContactAtHand({ contact, zone }: { contact: NonNullable<ConversationDetail["contact"]>; zone: string }) {
  return (
    <Panel>
      <PanelHeader title="Contact" />
      <PanelBody>
        <Facts>
          {contact.name ? <Fact name="Name">{contact.name}</Fact> : null}
          {contact.address ? (
            <Fact name="Address">
              <Address value={contact.address} />
            </Fact>
          ) : null}
          <Fact name="Orders">{contact.orders === 0 ? "None yet" : contact.orders}</Fact>
          <Fact name="Messages">
            {contact.messages}
            {contact.lastMessageAt ? (
              <>
                , last <Time at={contact.lastMessageAt} zone={zone} />
              </>
            ) : null}
          </Fact>
          {contact.language ? <Fact name="Language">{contact.language}</Fact> : null}
          <Fact name="May be mailed">
            {contact.suppressed ? `No: ${contact.suppressed.replaceAll("_", " ")}` : "Yes"}
          </Fact>
        </Facts>
      </PanelBody>
    </Panel>
  );
}
