import type { Rate } from "#domain/result-view.ts";
import { cn } from "../ui/cn.ts";
import { Money } from "../ui/money.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { countText, percentText } from "./chart-parts.tsx";

type Props<Group> = {
  label: string;
  rates: Rate<Group>[];
  nameOf: (group: Group) => string;
  keyOf: (group: Group) => string;
  currency: string;
  /** What one trial is: a message or a cart. */
  trial: string;
};

/**
 * Two tables stand side by side from `xl` on, so that they are narrower there than on a small screen. A phone tells what was
 * tried beside what was recovered.
 */
const wide = "hidden sm:table-cell lg:max-2xl:hidden";

/** The table twin of a RateChart: each rate with its interval and the counts behind it; small samples are grey. */
export function RateTable<Group>({ label, rates, nameOf, keyOf, currency, trial }: Props<Group>) {
  return (
    <Table label={label}>
      <TableHead>
        <HeadCell>{label}</HeadCell>
        <HeadCell numeric>
          Rate <span className="block font-normal text-2xs">95% interval</span>
        </HeadCell>
        <HeadCell numeric className="hidden sm:table-cell">
          {trial}
        </HeadCell>
        <HeadCell numeric className={wide}>
          Clicked
        </HeadCell>
        <HeadCell numeric className="max-sm:pr-4">
          Recovered
        </HeadCell>
        <HeadCell numeric className={wide}>
          Revenue
        </HeadCell>
      </TableHead>
      <TableBody>
        {rates.map((rate) => (
          <Row key={keyOf(rate.group)} className={cn(rate.small && "text-ink-faint")}>
            <Cell className="w-full">
              {nameOf(rate.group)}
              {rate.small ? <span className="block text-2xs">small sample</span> : null}
            </Cell>
            <Cell numeric>
              <span className={cn("font-medium", !rate.small && "text-ink")}>{percentText(rate.rate)}</span>
              <span className="block text-2xs text-ink-faint">
                {percentText(rate.interval.low)} to {percentText(rate.interval.high)}
              </span>
            </Cell>
            <Cell numeric className="hidden sm:table-cell">
              {countText(rate.trials)}
            </Cell>
            <Cell numeric className={wide}>
              {countText(rate.clicked)}
            </Cell>
            <Cell numeric className="max-sm:pr-4">
              {countText(rate.recovered)}
              <span className="text-ink-faint sm:hidden"> of {countText(rate.trials)}</span>
            </Cell>
            <Cell numeric className={wide}>
              <Money amount={rate.revenue} currency={currency} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
