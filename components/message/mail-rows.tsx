import type { ReactNode } from "react";
import { cn } from "../ui/cn.ts";
import { RelativeTime } from "../ui/time.tsx";

export type RowsProps<Row> = {
  rows: Row[];
  chosenId: string | null;
  now: string;
  zone: string;
  onChoose: (id: string) => void;
};

type Props<Row> = RowsProps<Row> & {
  label: string;
  who: (row: Row) => string;
  at: (row: Row) => string;
  /** The line below whose it is; its subject unless said. */
  line?: (row: Row) => string;
  /** Whether its time can only lie behind now. */
  past?: boolean;
  badges: (row: Row) => ReactNode;
};

/** Mail of any kind to choose from: whose it is, when, its subject or how it begins, and what stands out about it. */
export function MailRows<Row extends { id: string; subject: string }>(props: Props<Row>) {
  const { rows, chosenId, now, zone, onChoose } = props;
  return (
    <ul className="divide-y" aria-label={props.label}>
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            aria-current={row.id === chosenId || undefined}
            onClick={() => onChoose(row.id)}
            className={cn(
              "grid w-full grid-cols-1 gap-0.5 px-4 py-2.5 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2",
              row.id === chosenId && "lg:bg-accent-soft lg:hover:bg-accent-soft",
            )}
          >
            <span className="flex items-baseline justify-between gap-3">
              <span dir="auto" className="truncate text-left font-medium text-ink">
                {props.who(row)}
              </span>
              <RelativeTime
                at={props.at(row)}
                {...{ now, zone }}
                past={props.past}
                className="text-ink-faint text-xs"
              />
            </span>
            <span dir="auto" className="truncate text-left text-ink-soft text-sm">
              {props.line?.(row) ?? row.subject}
            </span>
            <span className="mt-0.5 flex flex-wrap items-center gap-1.5">{props.badges(row)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
