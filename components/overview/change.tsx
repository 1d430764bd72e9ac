import { changeOf } from "#domain/overview-figures.ts";
import { cn } from "../ui/cn.ts";

/** What is said of a change: more of some things is good, of others not, and of others neither. */
export type Wanted = "more" | "less" | "neither";

/** How a figure stands against the as many days before. */
export function Change({ now, before, wanted = "neither" }: { now: number; before: number; wanted?: Wanted }) {
  const change = changeOf(now, before);
  if (change === null)
    return <span className="text-ink-faint">{now === 0 ? "none before either" : "none before"}</span>;
  const text = new Intl.NumberFormat("en", {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: Math.abs(change) < 0.1 ? 1 : 0,
  }).format(change);
  const good = wanted === "neither" || change === 0 ? null : change > 0 === (wanted === "more");
  return (
    <span className={cn("tabular", good === null ? "text-ink-faint" : good ? "text-good" : "text-bad")}>
      {text.replace("-", "−")}
      <span className="sr-only"> against the days before</span>
    </span>
  );
}
