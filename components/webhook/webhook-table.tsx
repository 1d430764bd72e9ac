"use client";

import type { WebhookLogRow } from "#domain/webhook-log.ts";
import { Status } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { originLabels, outcomeLabels, outcomeTones, reasonLabel } from "./labels.ts";

/** Stored requests, newest first. The topic opens one. */
export function WebhookTable(props: {
  rows: WebhookLogRow[];
  now: string;
  zone: string;
  /** Off where all rows are of one shop. */
  withShop: boolean;
  onOpen: (id: string) => void;
}) {
  return (
    <Table label="Webhooks">
      <TableHead>
        <HeadCell>Topic</HeadCell>
        <HeadCell>Outcome</HeadCell>
        {props.withShop ? <HeadCell className="max-sm:hidden">From</HeadCell> : null}
        <HeadCell numeric className="max-sm:hidden">
          Tries
        </HeadCell>
        <HeadCell numeric>Received</HeadCell>
      </TableHead>
      <TableBody>
        {props.rows.map((row) => (
          <Row key={row.id}>
            <Cell>
              <Button
                variant="link"
                className="max-w-32 font-mono text-xs sm:max-w-64 lg:max-w-80"
                onClick={() => props.onOpen(row.id)}
              >
                <span className="truncate">{row.topic}</span>
              </Button>
              {row.origin === "shop" ? null : <div className="text-ink-faint text-xs">{originLabels[row.origin]}</div>}
            </Cell>
            <Cell>
              <Status tone={outcomeTones[row.outcome]}>{outcomeLabels[row.outcome]}</Status>
              {row.reason ? (
                <div
                  className="max-w-36 text-ink-faint text-xs sm:max-w-64 sm:truncate"
                  title={row.detail ?? undefined}
                >
                  {reasonLabel(row.reason)}
                </div>
              ) : null}
            </Cell>
            {props.withShop ? (
              <Cell className="max-w-40 truncate max-sm:hidden">{row.shop?.name ?? "Mail provider"}</Cell>
            ) : null}
            <Cell numeric className="max-sm:hidden">
              {row.attempts}
            </Cell>
            <Cell numeric>
              <RelativeTime past at={row.receivedAt} now={props.now} zone={props.zone} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
