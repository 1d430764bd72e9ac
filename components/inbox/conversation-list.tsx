import { PenLine } from "lucide-react";
import type { ConversationRow } from "#domain/inbox-rows.ts";
import { Badge } from "../ui/badge.tsx";
import { cn } from "../ui/cn.ts";
import { RelativeTime } from "../ui/time.tsx";
import { intentLabels, intentTones, waitsForLabels } from "./labels.ts";

type Props = {
  rows: ConversationRow[];
  chosenId: string | null;
  now: string;
  zone: string;
  onChoose: (id: string) => void;
};

/** Conversations, each with whom it is, what they want and how their newest mail begins. */
export function ConversationList({ rows, chosenId, now, zone, onChoose }: Props) {
  return (
    <ul className="divide-y" aria-label="Conversations">
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            aria-current={row.id === chosenId || undefined}
            onClick={() => onChoose(row.id)}
            className={cn(
              "grid w-full gap-0.5 px-4 py-2.5 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2",
              row.id === chosenId && "lg:bg-accent-soft lg:hover:bg-accent-soft",
            )}
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="truncate font-medium text-ink">{row.with.name ?? row.with.address ?? "Erased"}</span>
              <RelativeTime at={row.lastAt} now={now} zone={zone} past className="text-ink-faint text-xs" />
            </span>
            <span className="truncate text-ink-soft text-sm">{row.snippet || row.subject}</span>
            <RowBadges row={row} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function RowBadges({ row: { intent, proposedLetterId, waitsFor, status, mails } }: { row: ConversationRow }) {
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-1.5">
      {intent ? <Badge tone={intentTones[intent]}>{intentLabels[intent]}</Badge> : null}
      {proposedLetterId ? (
        <Badge>
          <PenLine aria-hidden />
          Answer proposed
        </Badge>
      ) : null}
      {status === "closed" ? (
        <Badge>Closed</Badge>
      ) : waitsFor === "us" ? null : (
        <Badge>{waitsForLabels[waitsFor]}</Badge>
      )}
      {mails > 1 ? <span className="tabular text-ink-faint text-xs">{mails} mails</span> : null}
    </span>
  );
}
