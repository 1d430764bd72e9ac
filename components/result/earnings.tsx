import type { ReactNode } from "react";
import { formatMoney } from "#domain/money.ts";
import type { ArmResults } from "#domain/result-view.ts";
import { countText, signedMoney } from "./chart-parts.tsx";
import { IntervalBar } from "./interval-bar.tsx";

type Recovered = { revenue: number; orders: number };

/** The credited number. It says what came after a click, not what would not have come without one. */
export function RecoveredFigure({
  recovered,
  currency,
  className,
}: {
  recovered: Recovered;
  currency: string;
  className?: string;
}) {
  const { revenue, orders } = recovered;
  return (
    <Figure
      className={className}
      name="Attributed revenue"
      value={formatMoney({ amount: revenue, currency }, "en")}
      note={`${countText(orders)} ${orders === 1 ? "order" : "orders"} credited by last click.${orders > 1 ? " Some of them would have come without a message." : ""}`}
    />
  );
}

/** The honest number: the difference against the holdout, with the interval in which it most likely lies. */
export function IncrementalFigure({
  arms,
  currency,
  className,
}: {
  arms: ArmResults;
  currency: string;
  className?: string;
}) {
  const { incremental, holdout, variant, watchDays } = arms;
  if (!incremental)
    return (
      <Figure
        className={className}
        name="Incremental revenue"
        value="Not known yet"
        muted
        note={`Needs contacts in the holdout: ${countText(holdout.enrolled)} so far, against ${countText(variant.enrolled)} written to.`}
      />
    );
  const { interval, revenue } = incremental;
  const range = `${signedMoney(interval.low, currency)} to ${signedMoney(interval.high, currency)}`;
  const sure = interval.low > 0 || interval.high < 0;
  return (
    <Figure
      className={className}
      name="Incremental revenue"
      value={signedMoney(revenue, currency)}
      muted={!sure}
      note={
        <>
          <IntervalBar interval={interval} value={revenue} label={`95% interval from ${range}`} />
          <span className="block">
            95% interval {range}
            {sure ? "" : ": it could still be nothing"}
          </span>
          <span className="block">
            {countText(variant.enrolled)} contacts written to against {countText(holdout.enrolled)} in the holdout, each
            for {watchDays} days
          </span>
        </>
      }
    />
  );
}

function Figure(props: { name: string; value: string; note: ReactNode; muted?: boolean; className?: string }) {
  return (
    <div className={props.className}>
      <h2 className="font-medium text-ink-soft text-sm">{props.name}</h2>
      <p
        className={`tabular mt-0.5 font-semibold text-3xl tracking-tight ${props.muted ? "text-ink-soft" : "text-ink"}`}
      >
        {props.value}
      </p>
      <div className="mt-1 text-ink-faint text-xs">{props.note}</div>
    </div>
  );
}
