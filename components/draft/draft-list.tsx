import { TriangleAlert } from "lucide-react";
import type { DraftRow, DraftTab } from "#domain/rows.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { cn } from "../ui/cn.ts";
import { Money } from "../ui/money.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { verdictLabels, verdictTones } from "./labels.ts";

type Props = {
  rows: DraftRow[];
  tab: DraftTab;
  chosenId: string | null;
  now: string;
  zone: string;
  onChoose: (id: string) => void;
};

/** The queue: who it is for, what it says, and by when somebody must have looked. */
export function DraftList({ rows, chosenId, onChoose, ...props }: Props) {
  return (
    <ul className="divide-y" aria-label="Drafts">
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            aria-current={row.id === chosenId || undefined}
            onClick={() => onChoose(row.id)}
            className={cn(
              "relative grid w-full gap-0.5 px-4 py-2.5 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2",
              row.id === chosenId && "lg:bg-accent-soft lg:hover:bg-accent-soft",
            )}
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="truncate font-medium text-ink">{row.contact.name ?? row.contact.address}</span>
              <When row={row} {...props} />
            </span>
            <span className="truncate text-ink-soft text-sm">{row.subject || "Without words"}</span>
            <span className="flex items-center gap-2 text-ink-faint text-xs">
              <span className="truncate">
                {row.sequence}, step {row.position + 1}
              </span>
              <span aria-hidden>·</span>
              <Money amount={row.cartTotal} currency={row.currency} />
              {row.findings > 0 ? (
                <span className="ml-auto inline-flex items-center gap-1 text-warn">
                  <TriangleAlert aria-hidden className="size-3" />
                  {row.findings} {row.findings === 1 ? "finding" : "findings"}
                </span>
              ) : null}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function When({ row, tab, now, zone }: { row: DraftRow; tab: DraftTab; now: string; zone: string }) {
  if (tab === "waiting" && row.reviewDueAt) return <Deadline at={row.reviewDueAt} now={now} zone={zone} />;
  if (tab === "decided" && row.verdict)
    return <Badge tone={verdictTones[row.verdict]}>{verdictLabels[row.verdict]}</Badge>;
  return <RelativeTime at={row.sentAt ?? row.createdAt} now={now} zone={zone} className="text-ink-faint text-xs" />;
}

const inks: Partial<Record<Tone, string>> = { bad: "text-bad", warn: "text-warn", neutral: "text-ink-faint" };

/** The review deadline: plain while it is far, a warning within two hours, red when it has passed. */
export function Deadline({ at, now, zone }: { at: string; now: string; zone: string }) {
  const left = Date.parse(at) - Date.parse(now);
  const tone: Tone = left <= 0 ? "bad" : left < 2 * 3_600_000 ? "warn" : "neutral";
  return (
    <span className={cn("shrink-0 whitespace-nowrap font-medium text-xs", inks[tone])}>
      {left <= 0 ? "was due " : "due "}
      <RelativeTime at={at} now={now} zone={zone} />
    </span>
  );
}
