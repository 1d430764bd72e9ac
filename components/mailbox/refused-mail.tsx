"use client";

import type { RefusedMail } from "#domain/mailbox.ts";
import { Panel, PanelHeader } from "../ui/panel.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { arrivalRefusalLabels, mailSourceLabels } from "./labels.ts";

/** Mail that came in and could not be read, so that nobody believes that nothing came. */
export function RefusedMailList(props: { mails: RefusedMail[]; now: string; zone: string }) {
  return (
    <Panel>
      <PanelHeader title="Not read" description="The latest mails that are in no conversation." />
      <Table label="Mails that could not be read">
        <TableHead>
          <HeadCell>Why</HeadCell>
          <HeadCell className="max-sm:hidden">Came by</HeadCell>
          <HeadCell numeric>When</HeadCell>
        </TableHead>
        <TableBody>
          {props.mails.map(({ id, refusedBecause, source, receivedAt }) => (
            <Row key={id}>
              <Cell className="whitespace-normal">{arrivalRefusalLabels[refusedBecause]}</Cell>
              <Cell className="max-sm:hidden">{mailSourceLabels[source]}</Cell>
              <Cell numeric>
                <RelativeTime past at={receivedAt} now={props.now} zone={props.zone} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}
