"use client";

import type { EndpointRow } from "#domain/webhooks-out.ts";
import { Status } from "../ui/badge.tsx";
import { TextLink } from "../ui/link.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { eventLabels, healthOf, outcomeLabel } from "./labels.ts";

/** The endpoints with how each does. The name opens one. */
export function EndpointTable(props: { endpoints: EndpointRow[]; now: string; zone: string }) {
  return (
    <Table label="Webhooks out">
      <TableHead>
        <HeadCell>Endpoint</HeadCell>
        <HeadCell className="max-sm:hidden">Events</HeadCell>
        <HeadCell>State</HeadCell>
        <HeadCell numeric>Last taken</HeadCell>
      </TableHead>
      <TableBody>
        {props.endpoints.map((endpoint) => {
          const health = healthOf(endpoint);
          const { id, name, url, events, outcome, deliveredAt } = endpoint;
          return (
            <Row key={id}>
              <Cell>
                <TextLink href={`/settings/webhooks-out/${id}`}>{name}</TextLink>
                <div className="max-w-40 truncate text-ink-faint text-xs sm:max-w-72" title={url}>
                  {url.replace(/^https?:\/\//, "")}
                </div>
              </Cell>
              <Cell className="max-sm:hidden">
                <span title={events.map((one) => eventLabels[one]).join("\n")}>
                  {events.length === 1 ? events.map((one) => eventLabels[one]) : `${events.length} events`}
                </span>
              </Cell>
              <Cell className="whitespace-normal">
                <Status tone={health.tone} className="whitespace-normal">
                  {health.label}
                </Status>
                {outcome && outcome !== "ok" ? (
                  <div className="text-ink-faint text-xs">{outcomeLabel(outcome)}</div>
                ) : null}
              </Cell>
              <Cell numeric>
                {deliveredAt ? <RelativeTime past at={deliveredAt} now={props.now} zone={props.zone} /> : "never"}
              </Cell>
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}
