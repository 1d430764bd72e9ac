import { cn } from "../ui/cn.ts";
import { Link } from "../ui/link.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import type { ChartRow, ChartTable } from "./chart-table.ts";

const shownAt = ({ cells, shown }: ChartRow, place: number): string => {
  const cell = cells[place];
  return shown?.[place] ?? (cell === null || cell === undefined ? "–" : String(cell));
};

/** A chart as a table that people see. */
export function TwinTable({ label, table, tall = true }: { label: string; table: ChartTable; tall?: boolean }) {
  return (
    <div className={cn(tall && "max-h-96 overflow-y-auto")}>
      <Table label={label}>
        <TableHead>
          {table.columns.map(({ name, numeric }) => (
            <HeadCell key={name} numeric={numeric}>
              {name}
            </HeadCell>
          ))}
        </TableHead>
        <TableBody>
          {table.rows.map((row) => (
            <Row key={row.key} className={cn(row.faint && "text-ink-faint")}>
              {table.columns.map(({ name, numeric }, place) => (
                <Cell key={name} numeric={numeric} className={cn(place === 0 && "max-w-72 truncate")}>
                  {place === 0 && row.href ? (
                    <Link
                      href={row.href}
                      className="underline decoration-line-strong underline-offset-3 hover:text-ink"
                    >
                      {shownAt(row, place)}
                    </Link>
                  ) : (
                    shownAt(row, place)
                  )}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** The same for screen readers while the chart itself is shown. */
export function SpokenTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    // A table does not shrink to what is asked of it, so that its box is what hides it.
    <div className="sr-only">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            {table.columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key}>
              {table.columns.map(({ name }, place) =>
                place === 0 ? (
                  <th key={name} scope="row">
                    {shownAt(row, place)}
                  </th>
                ) : (
                  <td key={name}>{shownAt(row, place)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
