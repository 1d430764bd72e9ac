import { Download } from "lucide-react";
import type { ComplianceRow } from "#domain/webhook-log.ts";
import { Status } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/link.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { demandLabels } from "./labels.ts";

/** Demands under data-protection law with their answers. */
export function DemandTable({ rows, zone }: { rows: ComplianceRow[]; zone: string }) {
  return (
    <Table label="Privacy requests">
      <TableHead>
        <HeadCell>Request</HeadCell>
        <HeadCell className="max-sm:hidden">Shop</HeadCell>
        <HeadCell>Received</HeadCell>
        <HeadCell>Answer</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell>
              {demandLabels[row.request]}
              {row.reference ? <div className="font-mono text-2xs text-ink-faint">{row.reference}</div> : null}
            </Cell>
            <Cell className="max-w-40 truncate max-sm:hidden">
              <TextLink href={`/settings/shops/${row.shop.id}`}>{row.shop.name}</TextLink>
            </Cell>
            <Cell>
              <Time at={row.receivedAt} zone={zone} />
            </Cell>
            <Cell>
              <Answer row={row} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Answer({ row }: { row: ComplianceRow }) {
  if (row.completedAt === null) return <Status tone="accent">In work</Status>;
  if (row.exported)
    return (
      <Button asChild size="sm">
        <a href={`/api/compliance-requests/${row.id}/export`} download>
          <Download aria-hidden />
          Export
          <span className="sr-only"> of {row.reference ?? row.id}</span>
        </a>
      </Button>
    );
  if (row.request === "data_request") return <Status>Nothing is kept of this person</Status>;
  return <Status tone="good">Erased</Status>;
}
