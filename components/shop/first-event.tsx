import { FlaskConical } from "lucide-react";
import type { ShopHealth } from "#domain/shop-health.ts";
import type { WebhookLogRow } from "#domain/webhook-log.ts";
import { Badge, Status, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { cn } from "../ui/cn.ts";
import { Notice } from "../ui/notice.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { outcomeHints, outcomeLabels, outcomeTones, reasonLabel, remedyOf } from "../webhook/labels.ts";
import { refusalLabel, refusalRemedy } from "./labels.ts";

/** The light of connecting: waits, says what was refused and why, and turns to the shop's first event when it comes. */
export function FirstEvent(props: {
  event: WebhookLogRow | null;
  failures: ShopHealth["signatureFailures"];
  lastTest: ShopHealth["lastTest"];
  now: string;
  zone: string;
  testing: boolean;
  onTest: () => void;
}) {
  const { event, now, zone, lastTest } = props;
  const [newest] = props.failures.latest;
  const refusal = newest && (!event || newest.lastAt > event.receivedAt) ? newest : null;
  return (
    <div className="grid gap-4">
      <div role="status" className="flex items-start gap-3">
        <Light tone={event ? lights[outcomeTones[event.outcome]] : refusal ? "bad" : null} />
        <div className="grid min-w-0 gap-1">
          {event ? (
            <Arrived {...{ event, now, zone }} />
          ) : (
            <>
              <p className="font-medium">Waiting for the first event</p>
              <p className="max-w-prose text-ink-soft text-sm">
                Put something into a cart of the shop. This page notices by itself.
              </p>
            </>
          )}
        </div>
      </div>
      {refusal ? <Refusal {...{ refusal, now, zone }} /> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button busy={props.testing} onClick={props.onTest}>
          <FlaskConical aria-hidden />
          Send a test event
        </Button>
        <p role="status" className="text-sm">
          {lastTest ? (
            <Status tone={testTones[lastTest.outcome]}>{testLabels[lastTest.outcome]}</Status>
          ) : (
            <span className="text-ink-soft">It shows that this house works, without the shop.</span>
          )}
        </p>
      </div>
    </div>
  );
}

/** An event that came proves the connection, so that nothing dimmer than a warning is left of its own tone. */
const lights: Record<Tone, Tone> = { neutral: "good", accent: "good", good: "good", warn: "warn", bad: "bad" };

const arrivals: Record<WebhookLogRow["outcome"], string> = {
  pending: "The shop is connected",
  applied: "The shop is connected",
  ignored: "The shop is connected",
  rejected: "The shop is connected, but its newest event cannot be read",
  failed: "The shop is connected, but its newest event could not be applied",
};

/** A test event means nothing, so that being ignored is the end it should come to. */
const testLabels: Record<WebhookLogRow["outcome"], string> = {
  pending: "The test event is on its way",
  applied: "The test event travelled the whole way",
  ignored: "The test event travelled the whole way",
  rejected: "The test event was rejected",
  failed: "The test event failed",
};
const testTones: Record<WebhookLogRow["outcome"], Tone> = {
  ...outcomeTones,
  ignored: "good",
};

function Arrived({ event, now, zone }: { event: WebhookLogRow; now: string; zone: string }) {
  return (
    <>
      <p className="font-medium">{arrivals[event.outcome]}</p>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <code className="break-all font-mono">{event.topic}</code>
        <Badge tone={outcomeTones[event.outcome]}>{outcomeLabels[event.outcome]}</Badge>
        <RelativeTime past at={event.receivedAt} {...{ now, zone }} className="text-ink-faint" />
      </p>
      <p className="max-w-prose text-ink-soft text-sm">
        {event.reason ? `${reasonLabel(event.reason)}. ` : ""}
        {(event.outcome === "failed" && remedyOf(event.reason)) || outcomeHints[event.outcome]}
      </p>
    </>
  );
}

function Refusal(props: { refusal: ShopHealth["signatureFailures"]["latest"][number]; now: string; zone: string }) {
  const { refusal, now, zone } = props;
  const remedy = refusalRemedy(refusal.reason);
  return (
    <Notice tone="bad" role="alert">
      <p>
        <strong className="font-semibold">{refusalLabel(refusal.reason)}.</strong>{" "}
        {refusal.count === 1 ? "One request was refused, " : `${refusal.count} requests were refused, the last `}
        <RelativeTime past at={refusal.lastAt} {...{ now, zone }} />.
      </p>
      {remedy ? <p className="mt-1 text-ink-soft">{remedy}</p> : null}
    </Notice>
  );
}

const lightStyles: Record<Tone, string> = {
  neutral: "bg-ink-faint ring-ink-faint/20",
  accent: "bg-accent ring-accent/20",
  good: "bg-good ring-good/20",
  warn: "bg-warn ring-warn/20",
  bad: "bg-bad ring-bad/20",
};

function Light({ tone }: { tone: Tone | null }) {
  return (
    <span aria-hidden className="mt-1 grid size-4 shrink-0 place-items-center">
      <span
        className={cn(
          "size-2.5 rounded-full",
          tone ? cn("ring-4", lightStyles[tone]) : "animate-pulse-soft border-2 border-ink-faint",
        )}
      />
    </span>
  );
}
