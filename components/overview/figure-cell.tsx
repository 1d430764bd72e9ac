import type { ReactNode } from "react";
import { cn } from "../ui/cn.ts";
import { Link } from "../ui/link.tsx";

/** One figure that opens the rows behind it. `change` is what it was before, `note` what it is of. */
export function FigureCell(props: {
  name: string;
  value: ReactNode;
  change?: ReactNode;
  note?: ReactNode;
  href?: string;
  className?: string;
}) {
  const { name, value, change, note, href } = props;
  return (
    <div
      className={cn(
        "group relative grid content-start gap-0.5 bg-surface p-3.5 sm:p-4",
        href && "transition-colors hover:bg-hover",
        props.className,
      )}
    >
      <dt className="text-ink-soft text-xs">
        {href ? (
          <Link href={href} className="after:absolute after:inset-0 group-hover:text-ink">
            {name}
            <span className="sr-only">: open the rows</span>
          </Link>
        ) : (
          name
        )}
      </dt>
      <dd className="tabular font-semibold text-ink text-xl tracking-tight">{value}</dd>
      {change || note ? (
        <dd className="flex flex-wrap items-baseline gap-x-2 text-ink-faint text-xs">
          {change}
          {note ? <span>{note}</span> : null}
        </dd>
      ) : null}
    </div>
  );
}
