import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import type { ImportView } from "./product-view.ts";

/** The rows of a file that cannot be taken, and why. */
export function RowErrors({ errors, errorCount }: Pick<ImportView, "errors" | "errorCount">) {
  const hidden = errorCount - errors.length;
  return (
    <>
      <Table label="Rows that cannot be taken">
        <TableHead>
          <HeadCell numeric className="w-16">
            Row
          </HeadCell>
          <HeadCell>Column</HeadCell>
          <HeadCell>What is wrong</HeadCell>
        </TableHead>
        <TableBody>
          {errors.map(({ row, field, message }) => (
            <Row key={`${row} ${field}`}>
              <Cell numeric>{row}</Cell>
              <Cell>{field ? <code className="font-mono text-xs">{field}</code> : "The whole row"}</Cell>
              <Cell className="text-ink-soft">{message}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      {hidden > 0 ? <p className="border-t px-4 py-2.5 text-ink-faint text-xs">{`And ${hidden} more.`}</p> : null}
    </>
  );
}
