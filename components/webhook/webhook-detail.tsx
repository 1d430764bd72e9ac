"use client";

import { RotateCcw } from "lucide-react";
import type { WebhookLogEntry, WebhookLogRow } from "#domain/webhook-log.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { TextLink } from "../ui/link.tsx";
import { Time } from "../ui/time.tsx";
import { originLabels, outcomeHints, outcomeLabels, outcomeTones, reasonLabel, remedyOf } from "./labels.ts";
import { RawBody } from "./raw-body.tsx";

/** One stored request: what became of it and why; its body where the reader may see it. */
export function WebhookDetail(props: {
  entry: WebhookLogRow | WebhookLogEntry;
  zone: string;
  replaying: boolean;
  onReplay?: () => void;
}) {
  const { entry, zone } = props;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Badge tone={outcomeTones[entry.outcome]}>{outcomeLabels[entry.outcome]}</Badge>
        {props.onReplay ? (
          <Button busy={props.replaying} onClick={props.onReplay}>
            <RotateCcw aria-hidden />
            Replay
          </Button>
        ) : null}
      </div>
      <p className="text-ink-soft text-sm">
        {(entry.outcome === "failed" && remedyOf(entry.reason)) || outcomeHints[entry.outcome]}
      </p>
      <Facts>
        {entry.reason ? <Fact name="Reason">{reasonLabel(entry.reason)}</Fact> : null}
        {entry.detail ? (
          <Fact name="Detail">
            <code className="font-mono text-xs">{entry.detail}</code>
          </Fact>
        ) : null}
        <Fact name="From">
          {entry.shop ? (
            <TextLink href={`/settings/shops/${entry.shop.id}`}>{entry.shop.name}</TextLink>
          ) : (
            "Mail provider"
          )}
        </Fact>
        <Fact name="Way">{originLabels[entry.origin]}</Fact>
        {entry.subjectId ? <Fact name="About">{<Subject id={entry.subjectId} />}</Fact> : null}
        <Fact name="Received">
          <Time at={entry.receivedAt} zone={zone} format="full" />
        </Fact>
        {entry.processedAt ? (
          <Fact name="Settled">
            <Time at={entry.processedAt} zone={zone} format="full" />
          </Fact>
        ) : null}
        <Fact name="Tries">{entry.attempts}</Fact>
        <Fact name="Delivery id">
          <code className="break-all font-mono text-xs">{entry.deliveryId}</code>
        </Fact>
        {entry.bytes === null ? null : <Fact name="Size">{entry.bytes.toLocaleString("en-GB")} bytes</Fact>}
      </Facts>
      {"text" in entry ? <RawBody text={entry.text} base64={entry.base64} /> : null}
    </div>
  );
}

function Subject({ id }: { id: string }) {
  const code = <code className="break-all font-mono text-xs">{id}</code>;
  return id.startsWith("cart_") ? <TextLink href={`/carts/${id}`}>{code}</TextLink> : code;
}
