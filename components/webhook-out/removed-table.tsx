"use client";

import type { EndpointRow } from "#domain/webhooks-out.ts";
import { Button } from "../ui/button.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { RelativeTime } from "../ui/time.tsx";

type Props = { endpoints: EndpointRow[]; now: string; zone: string; busy: boolean; onRestore: (id: string) => void };

/** The endpoints that were removed and can still be brought back. */
export function RemovedTable({ endpoints, now, zone, busy, onRestore }: Props) {
  return (
    <Table label="Removed webhooks">
      <TableHead>
        <HeadCell>Endpoint</HeadCell>
        <HeadCell>Removed</HeadCell>
        <HeadCell numeric>
          <span className="sr-only">Bring back</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {endpoints.map(({ id, name, url, removedAt }) => (
          <Row key={id}>
            <Cell>
              {name}
              <div className="max-w-40 truncate text-ink-faint text-xs sm:max-w-72" title={url}>
                {url.replace(/^https?:\/\//, "")}
              </div>
            </Cell>
            <Cell>{removedAt ? <RelativeTime past at={removedAt} now={now} zone={zone} /> : null}</Cell>
            <Cell numeric>
              <Button busy={busy} onClick={() => onRestore(id)} aria-label={`Restore ${name}`}>
                Restore
              </Button>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
