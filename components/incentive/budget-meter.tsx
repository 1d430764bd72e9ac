import type { BudgetStanding } from "#domain/budget.ts";
import { cn } from "../ui/cn.ts";
import { budgetText, spentShare } from "./budget-words.ts";

/** What of a budget is left, with a bar that fills as it is spent. */
export function BudgetMeter({ standing }: { standing: Pick<BudgetStanding, "budget" | "left"> }) {
  const share = spentShare(standing);
  const text = budgetText(standing);
  if (share === null) return <span className={standing.budget === null ? "text-warn" : "text-ink-faint"}>{text}</span>;
  return (
    <span className="grid min-w-36 gap-1">
      <span className={cn("tabular", share >= 1 ? "text-bad" : "")}>{text}</span>
      <span aria-hidden className="block h-1 overflow-hidden rounded-full bg-sunken">
        <span
          className={cn("block h-full rounded-full", share >= 1 ? "bg-bad" : share >= 0.8 ? "bg-warn" : "bg-accent")}
          style={{ width: `${Math.round(share * 100)}%` }}
        />
      </span>
    </span>
  );
}
