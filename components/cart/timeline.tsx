import {
  Archive,
  CircleSlash,
  Clock,
  Coins,
  Eye,
  Flag,
  type LucideIcon,
  Mail,
  MousePointerClick,
  PenLine,
  ShoppingBag,
  ShoppingCart,
  Sparkles,
  UserCheck,
  Webhook,
} from "lucide-react";
import type { TimelineEntry, TimelineKind } from "#domain/timeline.ts";
import { cn } from "../ui/cn.ts";
import { formatTime, Time } from "../ui/time.tsx";
import { TimelineText } from "./timeline-text.tsx";

const icons: Record<TimelineKind, LucideIcon> = {
  cart_started: ShoppingCart,
  cart_abandoned: Clock,
  cart_deleted: Archive,
  webhook: Webhook,
  enrolled: Flag,
  closed: CircleSlash,
  decision: Sparkles,
  draft: PenLine,
  review: UserCheck,
  message: Mail,
  message_event: Eye,
  click: MousePointerClick,
  order: ShoppingBag,
  conversion: Coins,
};

const strong: ReadonlySet<TimelineKind> = new Set(["message", "click", "order", "conversion", "cart_abandoned"]);

/** Everything that happened to a cart, newest first, under the day it happened on. */
export function Timeline({ entries, zone }: { entries: TimelineEntry[]; zone: string }) {
  const newestFirst = [...entries].reverse();
  return (
    <ol className="grid">
      {newestFirst.map((entry, index) => {
        const day = formatTime(new Date(entry.at), zone, "date");
        const before = newestFirst[index - 1];
        const newDay = !before || formatTime(new Date(before.at), zone, "date") !== day;
        return (
          <li key={`${entry.kind}-${entry.id}`}>
            {newDay ? <h3 className="px-4 pt-4 pb-1.5 font-medium text-ink-faint text-xs">{day}</h3> : null}
            <Entry entry={entry} zone={zone} last={index === newestFirst.length - 1} />
          </li>
        );
      })}
    </ol>
  );
}

function Entry({ entry, zone, last }: { entry: TimelineEntry; zone: string; last: boolean }) {
  const Icon = icons[entry.kind];
  const isStrong = strong.has(entry.kind);
  return (
    <div className="relative flex gap-3 px-4 py-1.5">
      {last ? null : <span aria-hidden className="absolute top-6 bottom-[-0.5rem] left-[1.6875rem] w-px bg-line" />}
      <span
        aria-hidden
        className={cn(
          "relative mt-px grid size-6 shrink-0 place-items-center rounded-full border bg-surface text-ink-faint",
          isStrong && "border-transparent bg-accent-soft text-accent",
        )}
      >
        <Icon className="size-3" />
      </span>
      <div className={cn("min-w-0 flex-1 pt-0.5 text-sm", isStrong ? "text-ink" : "text-ink-soft")}>
        <TimelineText entry={entry} zone={zone} />
      </div>
      <Time at={entry.at} zone={zone} format="time" className="pt-0.5 text-ink-faint text-xs" />
    </div>
  );
}
