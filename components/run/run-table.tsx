"use client";

import { Status } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { runStatusLabels, runStatusTones } from "./labels.ts";
import type { RunView } from "./run-views.ts";

type Instant = Date | string;

export function RunTable(props: { runs: RunView[]; now: Instant; zone: string; onOpen: (id: string) => void }) {
  const { now, zone } = props;
  return (
    <Table label="Runs">
      <TableHead>
        <HeadCell>Function</HeadCell>
        <HeadCell>State</HeadCell>
        <HeadCell>Waits for</HeadCell>
        <HeadCell>Began</HeadCell>
      </TableHead>
      <TableBody>
        {props.runs.map((run) => (
          <Row key={run.id}>
            <Cell>
              <Button variant="link" onClick={() => props.onOpen(run.id)}>
                {run.functionName}
              </Button>
              <div className="font-mono text-2xs text-ink-faint">{run.event ?? "timer"}</div>
            </Cell>
            <Cell>
              <Status tone={runStatusTones[run.status]}>{runStatusLabels[run.status]}</Status>
              {run.lastError ? (
                <div className="max-w-72 truncate text-bad text-xs" title={run.lastError.message}>
                  {run.lastError.name}: {run.lastError.message}
                </div>
              ) : null}
            </Cell>
            <Cell className="min-w-40">
              {run.waitsFor ? (
                <>
                  {run.waitsFor.name ?? run.waitsFor.kind}
                  {run.waitsFor.dueAt ? (
                    <div className="text-ink-faint text-xs">
                      <RelativeTime at={run.waitsFor.dueAt} now={now} zone={zone} />
                    </div>
                  ) : null}
                </>
              ) : (
                <span className="text-ink-faint">–</span>
              )}
            </Cell>
            <Cell>
              <RelativeTime at={run.createdAt} now={now} zone={zone} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
