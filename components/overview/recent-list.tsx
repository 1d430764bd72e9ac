import { Coins, Flag, type LucideIcon, Mail, MousePointerClick, PenLine } from "lucide-react";
import type { RecentEvent, RecentKind } from "#domain/overview.ts";
import { cn } from "../ui/cn.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { Money } from "../ui/money.tsx";
import { RelativeTime } from "../ui/time.tsx";

const looks: Record<RecentKind, { icon: LucideIcon; text: string }> = {
  enrolled: { icon: Flag, text: "left a cart" },
  held: { icon: PenLine, text: "has a draft to review" },
  sent: { icon: Mail, text: "was sent a message" },
  clicked: { icon: MousePointerClick, text: "clicked through to the cart" },
  recovered: { icon: Coins, text: "came back and ordered" },
};

/** What happened last, newest first; each line leads to its cart. */
export function RecentList({ events, now, zone }: { events: RecentEvent[]; now: string; zone: string }) {
  if (events.length === 0)
    return <EmptyState title="Nothing happened yet">As carts come in, their steps appear here.</EmptyState>;
  return (
    <ol className="divide-y">
      {events.map((event) => {
        const { icon: Icon, text } = looks[event.kind];
        return (
          <li key={event.id}>
            <Link
              href={`/carts/${event.cartId}`}
              className="flex items-center gap-3 px-4 py-2 text-sm transition-colors hover:bg-hover"
            >
              <Icon
                aria-hidden
                className={cn("size-3.5 shrink-0", event.kind === "recovered" ? "text-accent" : "text-ink-faint")}
              />
              <span className="flex min-w-0 flex-1 gap-x-1 text-ink-soft max-sm:flex-wrap">
                <span dir="auto" className="truncate font-medium text-ink">
                  {event.who}
                </span>
                <span className="shrink-0">{text}</span>
              </span>
              {event.amount !== null && event.currency ? (
                <Money amount={event.amount} currency={event.currency} className="text-ink" />
              ) : null}
              <RelativeTime
                at={event.at}
                now={now}
                zone={zone}
                className="hidden w-24 shrink-0 text-right text-ink-faint text-xs sm:block"
              />
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
