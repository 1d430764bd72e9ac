import type { ReactNode } from "react";
import type { CartStandsFor } from "#domain/cart.ts";
import type { GoesFirst, TimelineEntry } from "#domain/timeline.ts";
import { machineLabels } from "../attribution/labels.ts";
import { fallbackLabels, heldLabels, writerLabels } from "../draft/labels.ts";
import { withheldLabels } from "../incentive/budget-words.ts";
import { reportLabels, statusLabels } from "../message/labels.ts";
import { oversightLabels } from "../sequence/labels.ts";
import { TextLink } from "../ui/link.tsx";
import { Money } from "../ui/money.tsx";
import { Time } from "../ui/time.tsx";
import { actLabels, closeLabels, decisionReasonLabels, organicLabels, outcomeLabels } from "./labels.ts";

type Props = { entry: TimelineEntry; zone: string };

const startLabels: Record<CartStandsFor, string> = {
  basket: "The cart was started",
  visit: "The visit began",
  order: "The order was placed",
};

/** One entry in a sentence. Every refusal and every skipped send comes with its reason. */
export function TimelineText({ entry, zone }: Props): ReactNode {
  switch (entry.kind) {
    case "cart_started":
      return startLabels[entry.standsFor ?? "basket"];
    case "cart_abandoned":
      return "Counted as abandoned";
    case "cart_deleted":
      return "The shop deleted the cart";
    case "webhook":
      return (
        <>
          Webhook <code className="font-mono text-xs">{entry.topic}</code>
          <Aside>
            {outcomeLabels[entry.outcome]}
            {entry.reason ? `: ${entry.reason}` : ""}
          </Aside>
        </>
      );
    case "enrolled":
      return (
        <>
          Entered <TextLink href={`/sequences/${entry.sequenceId}`}>{entry.sequence}</TextLink>, version {entry.version}
          <Aside>{entry.holdout ? "Holdout: is sent nothing" : `Arm ${entry.arm}`}</Aside>
        </>
      );
    case "closed":
      return (
        <>
          Left the sequence
          {entry.reason ? (
            <Aside>{entry.first ? <Because first={entry.first} /> : closeLabels[entry.reason]}</Aside>
          ) : null}
        </>
      );
    case "decision":
      return <DecisionText entry={entry} zone={zone} />;
    case "draft":
      return <DraftText entry={entry} />;
    case "review":
      return (
        <>
          {actLabels[entry.act]} by {entry.byPolicy ? "policy" : (entry.by ?? "somebody")}
          {entry.reason ? <Aside>{entry.byPolicy ? policyText(entry.reason) : `“${entry.reason}”`}</Aside> : null}
        </>
      );
    case "message":
      return (
        <>
          {entry.status === "sent" ? "Message sent" : `Message ${statusLabels[entry.status].toLowerCase()}`}:{" "}
          <TextLink href={`/outbox?mail=${entry.id}`}>{entry.subject}</TextLink>
          <Aside>
            Step {entry.position + 1}
            {entry.reason ? `, ${reasonText(entry.reason)}` : ""}
            {entry.until ? (
              <>
                , until <Time at={entry.until} zone={zone} />
              </>
            ) : null}
          </Aside>
        </>
      );
    case "message_event":
      return `${reportLabels[entry.report]}, says the mail provider`;
    case "click":
      return entry.machineReason ? (
        <>
          A machine followed the link
          <Aside>{machineLabels[entry.machineReason]}</Aside>
        </>
      ) : (
        "The shopper clicked through to the cart"
      );
    case "order":
      return (
        <>
          Order {entry.number ? `${entry.number} ` : ""}over <Money amount={entry.total} currency={entry.currency} />
          {entry.status === "placed" ? null : <Aside>{entry.status}</Aside>}
        </>
      );
    case "conversion":
      return entry.credited ? (
        <>
          <Money amount={entry.amount} currency={entry.currency} /> credited to this sequence
          <Aside>Last click, within {entry.windowDays} days</Aside>
        </>
      ) : (
        <>
          Not credited
          {entry.organicReason ? <Aside>Organic: {organicLabels[entry.organicReason]}</Aside> : null}
        </>
      );
  }
}

const Aside = ({ children }: { children: ReactNode }) => (
  <span className="block text-ink-faint text-xs">{children}</span>
);

/** Which sequence speaks to the shopper instead. */
const Because = ({ first }: { first: GoesFirst }) => (
  <>
    Because <TextLink href={`/sequences/${first.sequenceId}`}>{`‘${first.sequence}’`}</TextLink> goes first
  </>
);

/** A policy gives its mode as the reason. */
function policyText(reason: string): string {
  const known: Record<string, string> = { ...oversightLabels, stale: "The facts moved, so the draft is written anew" };
  return known[reason] ?? reason;
}

/** Reasons of messages come from several places; those that decisions know have words, the others are the mailer's own. */
function reasonText(reason: string): string {
  const known: Record<string, string> = { ...closeLabels, ...decisionReasonLabels };
  return known[reason] ?? reason;
}

function DecisionText({ entry, zone }: { entry: Extract<TimelineEntry, { kind: "decision" }>; zone: string }) {
  const step = `Step ${entry.position + 1}`;
  if (entry.answer === "send")
    return (
      <>
        {step}: decided to send
        <Aside>{offerText(entry)}</Aside>
      </>
    );
  return (
    <>
      {step}: {entry.answer === "wait" ? "waits" : "is not sent"}
      {entry.reason ? (
        <Aside>
          {entry.first ? <Because first={entry.first} /> : decisionReasonLabels[entry.reason]}
          {entry.until ? (
            <>
              , until <Time at={entry.until} zone={zone} />
            </>
          ) : null}
        </Aside>
      ) : null}
    </>
  );
}

function offerText({ incentive, withheld }: Extract<TimelineEntry, { kind: "decision" }>): string {
  if (withheld) return `Without ${withheld.incentive}: ${withheldLabels[withheld.because].toLowerCase()}`;
  return incentive ? `With ${incentive}` : "Without incentive";
}

function DraftText({ entry }: { entry: Extract<TimelineEntry, { kind: "draft" }> }) {
  const notes = [
    entry.heldReason ? `Held: ${heldLabels[entry.heldReason].toLowerCase()}` : null,
    entry.findings > 0 ? `${entry.findings} findings` : null,
    entry.fallbackReason ? `because ${fallbackLabels[entry.fallbackReason]}` : null,
    entry.chosen ? null : "Not used",
  ].filter(Boolean);
  return (
    <>
      Draft for step {entry.position + 1} by {(entry.model ?? writerLabels[entry.writer]).toLowerCase()}
      {entry.subject ? (
        <>
          {" "}
          <TextLink href={`/drafts?draft=${entry.id}`}>Read it</TextLink>
        </>
      ) : null}
      {notes.length > 0 ? <Aside>{notes.join(" · ")}</Aside> : null}
    </>
  );
}
