import { formatMoney } from "#domain/money.ts";
import { cn } from "./cn.ts";

/** An amount in minor units, as people read it; figures line up under each other. */
export function Money(props: { amount: number; currency: string; language?: string; className?: string }) {
  return (
    <span className={cn("tabular whitespace-nowrap", props.className)}>
      {formatMoney({ amount: props.amount, currency: props.currency }, props.language ?? "en")}
    </span>
  );
}
