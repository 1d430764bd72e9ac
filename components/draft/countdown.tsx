"use client";

import { useEffect, useState } from "react";
import { cn } from "../ui/cn.ts";
import { formatTime } from "../ui/time.tsx";

const hour = 3_600_000;

/** Time left until an instant, in the two largest units; seconds only in the last ten minutes. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.round(Math.abs(ms) / 1000));
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  return minutes >= 10 ? `${minutes} min` : `${minutes}:${String(seconds % 60).padStart(2, "0")} min`;
}

/** The business clock as it goes on from what the server last said. */
function useTicking(now: string, everyMs: number): number {
  const base = Date.parse(now);
  const [at, setAt] = useState(base);
  useEffect(() => {
    const from = performance.now();
    const timer = setInterval(() => setAt(base + performance.now() - from), everyMs);
    return () => clearInterval(timer);
  }, [base, everyMs]);
  return Math.max(at, base);
}

/** The review deadline, ticking: plain while it is far, a warning within two hours, red when it has passed. */
export function Countdown(props: { at: string; now: string; zone: string; full?: boolean; className?: string }) {
  const { at, now, zone, full } = props;
  const close = Date.parse(at) - Date.parse(now) < 12 * 60_000;
  const left = Date.parse(at) - useTicking(now, close ? 1_000 : 20_000);
  const moment = new Date(at);
  const text = left <= 0 ? `${timeLeft(left)} overdue` : timeLeft(left);
  return (
    <time
      dateTime={moment.toISOString()}
      title={`Due ${formatTime(moment, zone, "full")}`}
      className={cn(
        "shrink-0 whitespace-nowrap",
        left <= 0 ? "text-bad" : left < 2 * hour ? "text-warn" : full ? "text-ink-soft" : "text-ink-faint",
        props.className,
      )}
    >
      {full
        ? `${left <= 0 ? "Was due" : "Due"} ${formatTime(moment, zone, "full")}, ${left <= 0 ? text : `in ${text}`}`
        : text}
    </time>
  );
}
