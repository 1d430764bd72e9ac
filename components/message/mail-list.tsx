import type { MailRow } from "#domain/rows.ts";
import { Badge } from "../ui/badge.tsx";
import { cn } from "../ui/cn.ts";
import { RelativeTime } from "../ui/time.tsx";
import { kindLabels, reportLabels, reportTones, statusLabels, statusTones } from "./labels.ts";

type Props = { rows: MailRow[]; chosenId: string | null; now: string; zone: string; onChoose: (id: string) => void };

/** Mail that left, or did not, newest first. */
export function MailList({ rows, chosenId, now, zone, onChoose }: Props) {
  return (
    <ul className="divide-y" aria-label="Mail">
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
              <span className="truncate font-medium text-ink">{row.to}</span>
              <RelativeTime at={row.at} now={now} zone={zone} className="text-ink-faint text-xs" />
            </span>
            <span className="truncate text-ink-soft text-sm">{row.subject}</span>
            <span className="mt-0.5 flex flex-wrap gap-1.5">
              {row.kind === "recovery" ? null : <Badge>{kindLabels[row.kind]}</Badge>}
              {row.status === "sent" ? null : <Badge tone={statusTones[row.status]}>{statusLabels[row.status]}</Badge>}
              {row.reports.map((report) => (
                <Badge key={report} tone={reportTones[report]}>
                  {reportLabels[report]}
                </Badge>
              ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
