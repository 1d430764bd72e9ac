import type { ArmResults } from "#domain/result-view.ts";
import type { ArmTotals } from "#domain/results.ts";
import { Money } from "../ui/money.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { countText, percentText } from "./chart-parts.tsx";

/** Both arms as they were assigned: what the incremental number is made of. */
export function ArmTable({ arms, currency }: { arms: ArmResults; currency: string }) {
  const rows: [string, ArmTotals][] = [
    ["Written to", arms.variant],
    ["Holdout", arms.holdout],
  ];
  return (
    <Table label="Arms of the experiment">
      <TableHead>
        <HeadCell>Arm</HeadCell>
        <HeadCell numeric>Contacts</HeadCell>
        <HeadCell numeric>Ordered</HeadCell>
        <HeadCell numeric className="hidden sm:table-cell lg:hidden 2xl:table-cell">
          Revenue
        </HeadCell>
        <HeadCell numeric>Per contact</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map(([name, totals]) => (
          <Row key={name}>
            <Cell className="whitespace-nowrap">{name}</Cell>
            <Cell numeric>{countText(totals.enrolled)}</Cell>
            <Cell numeric>
              {countText(totals.ordered)}
              {totals.enrolled > 0 ? (
                <span className="ml-1.5 text-ink-faint text-xs">{percentText(totals.ordered / totals.enrolled)}</span>
              ) : null}
            </Cell>
            <Cell numeric className="hidden sm:table-cell lg:hidden 2xl:table-cell">
              <Money amount={totals.revenue} currency={currency} />
            </Cell>
            <Cell numeric>
              <Money
                amount={totals.enrolled > 0 ? Math.round(totals.revenue / totals.enrolled) : 0}
                currency={currency}
              />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
