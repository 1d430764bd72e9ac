"use client";

import { FastForward, Inbox, Play, Route } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { useTicking } from "./use-ticking.ts";

export type ClockBarProps = {
  /** The business time of the last answer, and how much faster than real time it runs. */
  now: string;
  speed: number;
  zone: string;
  mayMove: boolean;
  busy: boolean;
  onMove: (change: { advanceMinutes: number } | { speed: number }) => void;
  /** Who the visitor is to Comeback, in a sentence. */
  who: ReactNode;
  /** What comes next, in a sentence. */
  next: ReactNode;
  timelineHref: string | null;
};

export const fastSpeed = 7200;

/** The demo's clock: time passes here as fast as one likes, for shop, app and runner alike. */
export function ClockBar(props: ClockBarProps) {
  return (
    <section
      aria-label="Demo clock"
      className="z-40 border-black/20 lg:sticky lg:top-0 border-b bg-[#1d2521] text-[#eef2ec] text-sm shadow-panel"
    >
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-5 gap-y-1.5 px-4 py-2 sm:px-6">
        <Now {...props} />
        <Moves {...props} />
        <p className="order-4 min-w-0 basis-full text-[#b9c5bd] text-xs leading-5 lg:order-3 lg:flex-1 lg:basis-0">
          {props.who} {props.next}
        </p>
        <nav aria-label="Demo" className="order-2 ml-auto flex items-center gap-4 text-xs lg:order-4 lg:ml-0">
          <BarLink href="/outbox" icon={<Inbox aria-hidden className="size-3.5" />}>
            Outbox
          </BarLink>
          {props.timelineHref ? (
            <BarLink href={props.timelineHref} icon={<Route aria-hidden className="size-3.5" />}>
              This cart
            </BarLink>
          ) : null}
        </nav>
      </div>
    </section>
  );
}

function BarLink(props: { href: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Link
      href={props.href}
      className="inline-flex items-center gap-1.5 whitespace-nowrap py-1 text-[#dfe7e0] underline-offset-4 hover:text-white hover:underline focus-visible:outline-[#9fd3bd]"
    >
      {props.icon}
      <span>{props.children}</span>
    </Link>
  );
}

function Now({ now, speed, zone }: ClockBarProps) {
  const at = useTicking(now, speed);
  const text = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(at);
  return (
    <p className="flex items-baseline gap-2">
      <time dateTime={at.toISOString()} suppressHydrationWarning className="tabular font-semibold text-[#fbfdf9]">
        {text}
      </time>
      <span className="text-[#93a299] text-xs">
        {speed > 1 ? (speed === fastSpeed ? "2 h per second" : `${speed} × faster`) : zone.replace(/^.*\//, "")}
      </span>
    </p>
  );
}

function Moves({ mayMove, busy, speed, onMove }: ClockBarProps) {
  if (!mayMove)
    return (
      <Link
        href="/sign-in"
        className="order-3 rounded-md bg-white/10 lg:order-2 px-2.5 py-1 text-xs hover:bg-white/20 focus-visible:outline-[#9fd3bd]"
      >
        Sign in to move the clock
      </Link>
    );
  const look =
    "h-7 border border-white/15 bg-white/8 text-xs text-[#eef2ec] hover:bg-white/18 hover:text-white focus-visible:outline-[#9fd3bd]";
  const fast = speed > 1;
  return (
    <fieldset className="order-3 flex items-center gap-1.5 lg:order-2" disabled={busy}>
      <legend className="sr-only">Move the clock</legend>
      <Button variant="ghost" size="sm" className={look} onClick={() => onMove({ advanceMinutes: 60 })}>
        +1 hour
      </Button>
      <Button variant="ghost" size="sm" className={look} onClick={() => onMove({ advanceMinutes: 1440 })}>
        +1 day
      </Button>
      <Button
        variant="ghost"
        size="sm"
        aria-pressed={fast}
        className={look}
        onClick={() => onMove({ speed: fast ? 1 : fastSpeed })}
      >
        {fast ? <Play aria-hidden /> : <FastForward aria-hidden />}
        {fast ? "Normal speed" : "Run fast"}
      </Button>
    </fieldset>
  );
}
