"use client";

import { RotateCcw } from "lucide-react";
import type { AttemptRow, DeliveryEntry } from "#domain/webhooks-out.ts";
import { Badge, Status } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { Time } from "../ui/time.tsx";
import { hintOf, outcomeLabel, stateLabels, stateTones, toldLabels } from "./labels.ts";

/** One delivery: what is told, each try and what was answered. */
export function DeliveryDetail(props: {
  entry: DeliveryEntry;
  zone: string;
  replaying: boolean;
  onReplay: () => void;
}) {
  const { entry, zone } = props;
  const told = JSON.stringify(entry.data, null, 2);
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Badge tone={stateTones[entry.state]}>{stateLabels[entry.state]}</Badge>
        <Button busy={props.replaying} onClick={props.onReplay}>
          <RotateCcw aria-hidden />
          Replay
        </Button>
      </div>
      <p className="text-ink-soft text-sm">{hintOf(entry)}</p>
      <Facts>
        <Fact name="Event">{toldLabels[entry.type]}</Fact>
        <Fact name="Event id">
          <code className="break-all font-mono text-xs">{entry.eventId}</code>
        </Fact>
        <Fact name="Happened">
          <Time at={entry.at} zone={zone} format="full" />
        </Fact>
        {entry.dueAt ? (
          <Fact name="Tried next">
            <Time at={entry.dueAt} zone={zone} format="full" />
          </Fact>
        ) : null}
      </Facts>
      <section aria-label="Tries" className="grid gap-2">
        <h3 className="font-semibold">Tries</h3>
        {entry.tries.length === 0 ? <p className="text-ink-soft text-sm">It has not been tried yet.</p> : null}
        <ol className="grid gap-3">
          {entry.tries.map((one) => (
            <Try key={one.number} one={one} zone={zone} />
          ))}
        </ol>
      </section>
      <section aria-label="What is told" className="grid gap-2">
        <div className="flex items-center justify-between gap-2">
          <h3 className="font-semibold">What is told</h3>
          <CopyButton text={told} label="Copy what is told" />
        </div>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-[40dvh] overflow-auto rounded-md border bg-sunken p-3 font-mono text-ink text-xs"
        >
          {told}
        </pre>
      </section>
    </div>
  );
}

function Try({ one, zone }: { one: AttemptRow; zone: string }) {
  return (
    <li className="grid gap-1 border-line border-l-2 pl-3 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Status tone={one.outcome === "ok" ? "good" : "bad"}>{outcomeLabel(one.outcome)}</Status>
        <span className="tabular text-ink-faint text-xs">
          <Time at={one.at} zone={zone} /> · {one.tookMs} ms
        </span>
      </div>
      {one.answer ? <p className="break-words font-mono text-ink-soft text-xs">{one.answer}</p> : null}
    </li>
  );
}
