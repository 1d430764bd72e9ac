"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow } from "#app/use-now.ts";
import { Badge } from "#components/ui/badge.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import { EndpointFacts } from "#components/webhook-out/endpoint-facts.tsx";
import { healthOf } from "#components/webhook-out/labels.ts";
import type { DeliveryState } from "#domain/webhook-delivery.ts";
import type { EndpointRow } from "#domain/webhooks-out.ts";
import { type DeliveryPage, endpointsQuery } from "../queries.ts";
import { DeliveryLog } from "./delivery-log.tsx";
import { EndpointActions } from "./endpoint-actions.tsx";

type Props = { first: EndpointRow; log: DeliveryPage; state: DeliveryState | null; now: string; zone: string };

/** One endpoint: how it does, what it was told, and what can be done about it. */
export function EndpointPage({ first, log, state, zone, ...props }: Props) {
  const now = useNow(props.now);
  const endpoint = useQuery(endpointsQuery).data?.find(({ id }) => id === first.id) ?? first;
  const health = healthOf(endpoint);
  return (
    <section aria-label={endpoint.name} className="grid min-w-0 gap-5">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <p className="mb-1 text-sm">
            <TextLink href="/settings/webhooks-out">Webhooks out</TextLink>
          </p>
          <h2 className="flex flex-wrap items-center gap-2 font-semibold text-xl tracking-tight">
            {endpoint.name}
            <Badge tone={health.tone}>{health.label}</Badge>
          </h2>
          <p className="break-all text-ink-soft text-sm">{endpoint.url}</p>
        </div>
        <EndpointActions endpoint={endpoint} />
      </header>
      {endpoint.pausedBecause && endpoint.pausedBecause !== "person" ? (
        <Notice tone="bad" role="status">
          {endpoint.pausedBecause === "gone"
            ? "It answered 410 Gone, by which a program says that it wants to hear nothing more."
            : "Nothing was taken there for 24 hours, however often it was tried."}{" "}
          It was paused by itself. What happens meanwhile is kept for 30 days and goes out, in its order, when you
          resume it: send a test first.
        </Notice>
      ) : null}
      {endpoint.overlapsUntil ? (
        <Notice role="status">
          Posts are signed by the new and by the old secret until <Time at={endpoint.overlapsUntil} zone={zone} />.
        </Notice>
      ) : null}
      <EndpointFacts endpoint={endpoint} zone={zone} />
      <DeliveryLog endpointId={endpoint.id} {...{ log, state, now, zone }} />
    </section>
  );
}
