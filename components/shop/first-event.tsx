import { FlaskConical } from "lucide-react";
import type { ShopHealth } from "#domain/shop-health.ts";
import type { WebhookLogRow } from "#domain/webhook-log.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { cn } from "../ui/cn.ts";
import { Notice } from "../ui/notice.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { outcomeHints, outcomeLabels, outcomeTones, reasonLabel } from "../webhook/labels.ts";
import { refusalLabel, refusalRemedy } from "./labels.ts";

/** The light of connecting: waits, shows what was refused and why, and turns to the first event when it comes. */
export function FirstEvent(props: {
  event: WebhookLogRow | null;
  failures: ShopHealth["signatureFailures"];
  now: string;
  zone: string;
  testing: boolean;
  onTest: () => void;
}) {
  const { event, now, zone } = props;
  const [refusal] = props.failures.latest;
  const remedy = refusal ? refusalRemedy(refusal.reason) : null;
  return (
    <div className="grid gap-4">
      <div role="status" className="flex items-start gap-3">
        <Light lit={event !== null} refused={refusal !== undefined} />
        <div className="grid min-w-0 gap-1">
          {event ? <Arrived {...{ event, now, zone }} /> : <p className="font-medium">Waiting for the first event</p>}
          {event ? null : (
            <p className="max-w-prose text-ink-soft text-sm">
              Put something into a cart of the shop, or send a test event. This page notices by itself.
            </p>
          )}
        </div>
      </div>
      {refusal && !event ? (
        <Notice tone="bad" role="alert">
          <p>
            <strong className="font-semibold">{refusalLabel(refusal.reason)}.</strong>{" "}
            {refusal.count === 1 ? "One request was refused, " : `${refusal.count} requests were refused, the last `}
            <RelativeTime at={refusal.lastAt} now={now} zone={zone} />.
          </p>
          {remedy ? <p className="mt-1 text-ink-soft">{remedy}</p> : null}
        </Notice>
      ) : null}
      <Button className="justify-self-start" busy={props.testing} onClick={props.onTest}>
        <FlaskConical aria-hidden />
        Send a test event
      </Button>
    </div>
  );
}

function Arrived({ event, now, zone }: { event: WebhookLogRow; now: string; zone: string }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <code className="break-all font-mono text-sm">{event.topic}</code>
        <Badge tone={outcomeTones[event.outcome]}>{outcomeLabels[event.outcome]}</Badge>
        {event.origin === "test" ? <Badge>Test event</Badge> : null}
        <RelativeTime at={event.receivedAt} now={now} zone={zone} className="font-normal text-ink-faint text-sm" />
      </p>
      <p className="max-w-prose text-ink-soft text-sm">
        {event.reason ? `${reasonLabel(event.reason)}. ` : ""}
        {outcomeHints[event.outcome]}
      </p>
    </>
  );
}

function Light({ lit, refused }: { lit: boolean; refused: boolean }) {
  const tone = lit ? "bg-good" : refused ? "bg-bad" : "animate-pulse-soft bg-accent";
  return (
    <span aria-hidden className="mt-1 grid size-4 shrink-0 place-items-center">
      <span className={cn("size-2.5 rounded-full", tone)} />
    </span>
  );
}
