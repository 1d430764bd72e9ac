import type { LetterRow } from "#domain/letter-rows.ts";
import { Badge } from "../ui/badge.tsx";
import { cn } from "../ui/cn.ts";
import { RelativeTime } from "../ui/time.tsx";
import { stateLabels, stateTones } from "./labels.ts";

type Props = { rows: LetterRow[]; chosenId: string | null; now: string; zone: string; onChoose: (id: string) => void };

/** Letters in the order in which they came. */
export function LetterList({ rows, chosenId, now, zone, onChoose }: Props) {
  return (
    <ul className="divide-y" aria-label="Letters">
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
              <span className="truncate font-medium text-ink">{row.to.filter(Boolean).join(", ") || "Erased"}</span>
              <RelativeTime at={row.createdAt} now={now} zone={zone} className="text-ink-faint text-xs" />
            </span>
            <span className="truncate text-ink-soft text-sm">{row.subject}</span>
            <span className="mt-0.5 flex flex-wrap gap-1.5">
              {row.status === "pending_approval" ? null : (
                <Badge tone={stateTones[row.status]}>{stateLabels[row.status]}</Badge>
              )}
              {row.flags.length > 0 ? <Badge tone="warn">{row.flags.length} noticed</Badge> : null}
              {row.test ? <Badge>Test key</Badge> : null}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
