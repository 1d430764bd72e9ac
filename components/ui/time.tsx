import { cn } from "./cn.ts";

const formats = {
  datetime: { dateStyle: "medium", timeStyle: "short" },
  date: { dateStyle: "medium" },
  time: { timeStyle: "short" },
  full: {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

type Instant = Date | string;

/** An instant in a given zone; the zone is named in the tip. The same on server and browser, as zone and language are given. */
export function Time(props: { at: Instant; zone: string; format?: keyof typeof formats; className?: string }) {
  const at = new Date(props.at);
  return (
    <time
      dateTime={at.toISOString()}
      title={formatTime(at, props.zone, "full")}
      className={cn("whitespace-nowrap", props.className)}
    >
      {formatTime(at, props.zone, props.format ?? "datetime")}
    </time>
  );
}

/**
 * How long before or after `now` an instant is ("3 hours ago", "in 2 days"). `now` is the business clock's; it may lag
 * behind what is `past` by a moment, where a page is older than what it has read since.
 */
export function RelativeTime(props: { at: Instant; now: Instant; zone: string; past?: boolean; className?: string }) {
  const at = new Date(props.at);
  const now = new Date(props.now);
  return (
    <time
      dateTime={at.toISOString()}
      title={formatTime(at, props.zone, "full")}
      className={cn("whitespace-nowrap", props.className)}
    >
      {relativeTime(at, props.past && at > now ? at : now)}
    </time>
  );
}

export function formatTime(at: Date, zone: string, format: keyof typeof formats = "datetime"): string {
  return new Intl.DateTimeFormat("en-GB", { ...formats[format], timeZone: zone }).format(at);
}

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

export function relativeTime(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const format = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "long" });
  for (const [unit, length] of units)
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  return seconds > 0 ? "in a moment" : "just now";
}

/** A span in the largest unit that says it exactly enough: "90 min", "2 h", "3 d". */
export function formatMinutes(minutes: number): string {
  if (minutes < 120 && minutes % 60 !== 0) return `${minutes} min`;
  if (minutes < 2880 || minutes % 1440 !== 0) return `${Math.round((minutes / 60) * 10) / 10} h`;
  return `${Math.round((minutes / 1440) * 10) / 10} d`;
}
