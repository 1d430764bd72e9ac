"use client";

import type { DeliveryRow } from "#domain/webhooks-out.ts";
import { Status } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { outcomeLabel, stateLabels, stateTones, toldLabels } from "./labels.ts";

/** What an endpoint was told, the newest first. The event opens it. */
export function DeliveryTable(props: {
  rows: DeliveryRow[];
  now: string;
  zone: string;
  onOpen: (row: DeliveryRow) => void;
}) {
  const { now, zone } = props;
  return (
    <Table label="Deliveries">
      <TableHead>
        <HeadCell>Event</HeadCell>
        <HeadCell>State</HeadCell>
        <HeadCell numeric className="max-sm:hidden">
          Tries
        </HeadCell>
        <HeadCell numeric className="max-sm:hidden">
          Happened
        </HeadCell>
      </TableHead>
      <TableBody>
        {props.rows.map((row) => (
          <Row key={row.id}>
            <Cell>
              <Button variant="link" className="max-w-40 sm:max-w-72" onClick={() => props.onOpen(row)}>
                <span className="truncate">{toldLabels[row.type]}</span>
              </Button>
              <div className="font-mono text-ink-faint text-xs">{row.type}</div>
              <div className="text-ink-faint text-xs sm:hidden">
                <RelativeTime past at={row.at} now={now} zone={zone} />
              </div>
            </Cell>
            <Cell className="whitespace-normal">
              <Status tone={stateTones[row.state]}>{stateLabels[row.state]}</Status>
              {row.outcome && row.outcome !== "ok" ? (
                <div className="text-ink-faint text-xs">{outcomeLabel(row.outcome)}</div>
              ) : null}
              {row.dueAt && row.attempts > 0 ? (
                <div className="text-ink-faint text-xs">
                  again <RelativeTime at={row.dueAt} now={now} zone={zone} />
                </div>
              ) : null}
            </Cell>
            <Cell numeric className="max-sm:hidden">
              {row.attempts}
            </Cell>
            <Cell numeric className="max-sm:hidden">
              <RelativeTime past at={row.at} now={now} zone={zone} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
