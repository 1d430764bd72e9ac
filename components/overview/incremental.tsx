import type { ReactNode } from "react";
import type { Figure } from "#domain/figure-row.ts";
import { incrementalOf, type OverviewFigures, returnOn } from "#domain/overview-figures.ts";
import type { ArmResults } from "#domain/result-view.ts";
import { rowsHref } from "../explore/path-tables.ts";
import { signedMoney } from "../result/chart-parts.tsx";
import { IncrementalFigure } from "../result/earnings.tsx";
import { TextLink } from "../ui/link.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

/** What the messages brought beyond the holdout: revenue, margin and return, each with its interval. Never added to credit. */
export function Incremental({ arms, figures }: { arms: ArmResults | null; figures: OverviewFigures }) {
  const { currency, marginPercent } = figures;
  if (!arms)
    return (
      <div className="grid gap-2 p-4 sm:p-5">
        <h2 className="font-medium text-ink-soft text-sm">Incremental revenue</h2>
        <Skeleton className="h-8 w-40" />
        <Skeleton className="w-64" />
      </div>
    );
  const { counts, span } = figures.now;
  const told = incrementalOf(arms, marginPercent, counts);
  const rows: Figure = { kind: "arms", ...span, currency };
  const times = (amount: number) => {
    const returned = returnOn(amount, counts);
    return returned === null ? null : `${returned.toFixed(1).replace("-", "−")} ×`;
  };
  const worth = told && times(told.revenue.value);
  return (
    <div className="flex flex-col">
      <IncrementalFigure arms={arms} currency={currency} className="p-4 pb-2 sm:p-5 sm:pb-2" />
      <dl className="grid gap-1 px-4 pb-3 text-sm sm:px-5">
        {told?.margin ? (
          <Line name="Incremental margin" value={signedMoney(told.margin.value, currency)}>
            {signedMoney(told.margin.interval.low, currency)} to {signedMoney(told.margin.interval.high, currency)}
          </Line>
        ) : null}
        {told && worth ? (
          <Line name="Incremental return" value={worth}>
            {times(told.revenue.interval.low)} to {times(told.revenue.interval.high)} on discount and model cost
          </Line>
        ) : null}
      </dl>
      <p className="px-4 pb-4 text-xs sm:px-5">
        <TextLink href={rowsHref(rows)}>The contacts behind it</TextLink>
      </p>
    </div>
  );
}

function Line({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="tabular font-semibold text-ink">{value}</dd>
      <dd className="tabular text-ink-faint text-xs">{children}</dd>
    </div>
  );
}
