import type { DryRunCart } from "#domain/dry-run.ts";
import { Address } from "../ui/address.tsx";
import { TextLink } from "../ui/link.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { endLabels, labelOf, refusalLabels } from "./labels.ts";

type Props = { rows: DryRunCart[]; zone: string; tryHref: (cartId: string) => string };

export function CartTable({ rows, zone, tryHref }: Props) {
  return (
    <Table label="Carts of the dry run">
      <TableHead>
        <HeadCell>Shopper</HeadCell>
        <HeadCell>Abandoned</HeadCell>
        <HeadCell>Arm</HeadCell>
        <HeadCell numeric>Messages</HeadCell>
        <HeadCell>End</HeadCell>
        <HeadCell>
          <span className="sr-only">Try it</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.cartId}>
            <Cell className="max-w-56 truncate">
              <TextLink href={`/carts/${row.cartId}`}>
                {row.name ?? (row.address ? <Address value={row.address} /> : "Erased person")}
              </TextLink>
            </Cell>
            <Cell>
              <Time at={row.abandonedAt} zone={zone} />
            </Cell>
            <Cell>{row.arm ?? "–"}</Cell>
            <Cell numeric>{row.messages}</Cell>
            <Cell>{endOf(row)}</Cell>
            <Cell>
              <TextLink href={tryHref(row.cartId)}>Try it</TextLink>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function endOf({ outcome, ended }: DryRunCart): string {
  if (outcome !== "entered") return refusalLabels[outcome];
  return labelOf(endLabels, ended ?? "unfinished");
}
