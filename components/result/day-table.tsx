import type { DayRevenue } from "#domain/result-view.ts";
import { Money } from "../ui/money.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { dayText } from "./chart-parts.tsx";

/** The chart by day, as a table; newest day first. */
export function DayTable({ days, currency }: { days: DayRevenue[]; currency: string }) {
  return (
    <div className="max-h-96 overflow-y-auto">
      <Table label="Recovered revenue by day">
        <TableHead>
          <HeadCell>Day</HeadCell>
          <HeadCell numeric>Orders</HeadCell>
          <HeadCell numeric>Recovered revenue</HeadCell>
        </TableHead>
        <TableBody>
          {[...days].reverse().map((day) => (
            <Row key={day.day} className={day.orders === 0 ? "text-ink-faint" : undefined}>
              <Cell>{dayText(day.day, true)}</Cell>
              <Cell numeric>{day.orders}</Cell>
              <Cell numeric>
                <Money amount={day.revenue} currency={currency} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** The same for screen readers, where a chart stands alone. */
export function SpokenDays({ days, currency }: { days: DayRevenue[]; currency: string }) {
  return (
    <table className="sr-only">
      <caption>Recovered revenue by day</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Orders</th>
          <th scope="col">Recovered revenue</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.day}>
            <th scope="row">{dayText(day.day, true)}</th>
            <td>{day.orders}</td>
            <td>
              <Money amount={day.revenue} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
