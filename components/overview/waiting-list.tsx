import {
  ChevronRight,
  CircleCheck,
  type LucideIcon,
  MailX,
  MessagesSquare,
  PauseCircle,
  PenLine,
  Plug,
  Store,
  Webhook,
} from "lucide-react";
import type { ReactNode } from "react";
import type { Waiting } from "#domain/overview.ts";
import { cn } from "../ui/cn.ts";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/time.tsx";

type Matter = { href: string; icon: LucideIcon; text: ReactNode; urgent: boolean };

/** What needs a person, most urgent first; says so when nothing does. */
export function WaitingList({ waiting, now, zone }: { waiting: Waiting; now: string; zone: string }) {
  const matters = mattersOf(waiting, now, zone);
  if (matters.length === 0)
    return (
      <p className="flex items-center gap-2 px-4 py-5 text-ink-soft text-sm">
        <CircleCheck aria-hidden className="size-4 text-good" />
        Nothing waits for you.
      </p>
    );
  return (
    <ul className="divide-y">
      {matters.map(({ href, icon: Icon, text, urgent }) => (
        <li key={href}>
          <Link href={href} className="flex items-center gap-3 px-4 py-2.5 text-sm transition-colors hover:bg-hover">
            <Icon aria-hidden className={cn("size-4 shrink-0", urgent ? "text-warn" : "text-ink-faint")} />
            <span className="min-w-0 flex-1">{text}</span>
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function mattersOf(waiting: Waiting, now: string, zone: string): Matter[] {
  const {
    drafts,
    nextDueAt,
    conversations,
    conversationsSince,
    failedMessages,
    rejectedWebhooks,
    liveSequences,
    shops,
    paused,
  } = waiting;
  const due = nextDueAt ? (
    <>
      , the first due <RelativeTime at={nextDueAt} now={now} zone={zone} />
    </>
  ) : null;
  const all: (Matter | false)[] = [
    paused && { href: "/settings", icon: PauseCircle, urgent: true, text: "All sending is paused" },
    shops === 0 && { href: "/settings/shops", icon: Store, urgent: true, text: "Connect your first shop" },
    shops > 0 &&
      liveSequences === 0 && { href: "/sequences", icon: Plug, urgent: true, text: "No sequence is published" },
    drafts > 0 && {
      ...{ href: "/drafts", icon: PenLine, urgent: true },
      text: (
        <>
          {drafts} {drafts === 1 ? "draft waits" : "drafts wait"} for review{due}
        </>
      ),
    },
    conversations > 0 && {
      ...{ href: "/inbox", icon: MessagesSquare, urgent: true },
      text: (
        <>
          {conversations} {conversations === 1 ? "conversation waits" : "conversations wait"} for us
          {conversationsSince ? (
            <>
              , the first since <RelativeTime at={conversationsSince} now={now} zone={zone} past />
            </>
          ) : null}
        </>
      ),
    },
    failedMessages > 0 && {
      ...{ href: "/outbox?show=unsent", icon: MailX, urgent: false },
      text: `${failedMessages} ${failedMessages === 1 ? "message" : "messages"} could not be sent this week`,
    },
    rejectedWebhooks > 0 && {
      ...{ href: "/settings/shops", icon: Webhook, urgent: false },
      text: `${rejectedWebhooks} ${rejectedWebhooks === 1 ? "webhook" : "webhooks"} could not be used this week`,
    },
  ];
  return all.filter((matter) => matter !== false);
}
