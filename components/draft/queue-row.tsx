import { MessageSquare, TriangleAlert } from "lucide-react";
import { memo } from "react";
import type { QueueRow, QueueTab } from "#domain/draft-queue.ts";
import { Badge } from "../ui/badge.tsx";
import { cn } from "../ui/cn.ts";
import { Money } from "../ui/money.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { Countdown } from "./countdown.tsx";
import { findingLabels, holdLabels, verdictLabels, verdictTones } from "./labels.ts";

type Props = {
  row: QueueRow;
  tab: QueueTab;
  now: string;
  zone: string;
  isChosen: boolean;
  isSelected: boolean;
  onChoose: (row: QueueRow) => void;
  /** Without it there is nothing to select. */
  onSelect: ((id: string, isSelected: boolean) => void) | null;
};

/** One draft in the list: who it is for, what it says, why it waits, and by when somebody must have looked. */
export const DraftLine = memo(function DraftLine({
  row,
  tab,
  now,
  zone,
  isChosen,
  isSelected,
  onChoose,
  onSelect,
}: Props) {
  const name = row.contact.name ?? row.contact.address;
  return (
    <div
      className={cn(
        "group relative flex h-full border-b transition-colors hover:bg-hover",
        isChosen && "lg:bg-accent-soft lg:hover:bg-accent-soft",
      )}
    >
      {isChosen ? <span aria-hidden className="absolute inset-y-0 left-0 hidden w-0.5 bg-accent lg:block" /> : null}
      {onSelect ? (
        <label className="grid w-9 shrink-0 place-items-start justify-center pt-3 pointer-coarse:w-11">
          <input
            type="checkbox"
            checked={isSelected}
            onChange={(event) => onSelect(row.id, event.target.checked)}
            aria-label={`Select the draft for ${name}`}
            className="size-4 accent-(--accent) opacity-60 group-hover:opacity-100 checked:opacity-100 focus-visible:opacity-100"
          />
        </label>
      ) : null}
      <button
        type="button"
        data-draft={row.id}
        aria-current={isChosen || undefined}
        onClick={() => onChoose(row)}
        className={cn(
          "grid min-w-0 flex-1 grid-cols-1 content-center gap-px py-2 pr-4 text-left focus-visible:-outline-offset-2",
          !onSelect && "pl-4",
        )}
      >
        <span className="flex items-baseline justify-between gap-3">
          <span dir="auto" className="truncate text-left font-medium text-ink text-sm">
            {name}
          </span>
          <When {...{ row, tab, now, zone }} />
        </span>
        <span dir="auto" className="truncate text-left text-ink-soft text-sm">
          {row.subject || "Without words"}
        </span>
        <span className="flex items-center gap-1.5 text-ink-faint text-xs">
          <Money amount={row.cartTotal} currency={row.currency} />
          <span aria-hidden>·</span>
          <Reason row={row} />
          <span className="ml-auto flex shrink-0 items-center gap-2">
            {row.approvals.needed === 2 ? <span className="tabular">{row.approvals.given.length} of 2</span> : null}
            {row.comments > 0 ? (
              <span className="inline-flex items-center gap-1">
                <MessageSquare aria-hidden className="size-3" />
                <span className="sr-only">Comments: </span>
                {row.comments}
              </span>
            ) : null}
            {row.assignee ? <Initials name={row.assignee.name} /> : null}
          </span>
        </span>
      </button>
    </div>
  );
});

function Reason({ row }: { row: QueueRow }) {
  const [finding] = row.findingCodes;
  if (finding)
    return (
      <span className="inline-flex min-w-0 items-center gap-1 text-warn">
        <TriangleAlert aria-hidden className="size-3 shrink-0" />
        <span className="truncate">
          {findingLabels[finding]}
          {row.findingCodes.length > 1 ? `, ${row.findingCodes.length - 1} more` : ""}
        </span>
      </span>
    );
  const telling = row.holds.find((hold) => hold !== "gated") ?? row.holds[0];
  return (
    <span className="truncate">{telling ? holdLabels[telling] : `${row.sequence}, step ${row.position + 1}`}</span>
  );
}

export function Initials({ name }: { name: string }) {
  const letters = name.split(/\s+/).map((part) => part.charAt(0));
  return (
    <span
      title={name}
      className="inline-grid size-4.5 place-items-center rounded-full bg-sunken font-medium text-[0.5625rem] text-ink-soft ring-1 ring-line-strong ring-inset"
    >
      <span className="sr-only">{name}</span>
      <span aria-hidden>{(letters[0] ?? "") + (letters.length > 1 ? letters.at(-1) : "")}</span>
    </span>
  );
}

function When({ row, tab, now, zone }: Pick<Props, "row" | "tab" | "now" | "zone">) {
  if (tab === "waiting" && row.reviewDueAt)
    return <Countdown at={row.reviewDueAt} now={now} zone={zone} className="tabular text-xs" />;
  if (tab === "decided" && row.verdict)
    return <Badge tone={verdictTones[row.verdict]}>{verdictLabels[row.verdict]}</Badge>;
  return (
    <RelativeTime at={row.sentAt ?? row.createdAt} now={now} zone={zone} past className="text-ink-faint text-xs" />
  );
}
