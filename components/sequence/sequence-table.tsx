"use client";

import { type DragEvent, useRef } from "react";
import type { SequenceRow } from "#domain/rows.ts";
import { countText } from "../result/chart-parts.tsx";
import { Status } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { PlaceCell } from "./place-cell.tsx";
import { sequenceState, sequenceStateLabels, sequenceStateTones } from "./state-labels.ts";

type Props = {
  rows: SequenceRow[];
  /** The ids of those that have a place, the first first. */
  places: string[];
  zone: string;
  /** Null where there is nothing to move, or nobody who may. */
  onMove: ((id: string, to: number) => void) | null;
  busy: boolean;
};

/** Every sequence in the order in which they go first, whether it is live, and what it has done. */
export function SequenceTable({ rows, places, zone, onMove, busy }: Props) {
  const dragged = useRef<string | null>(null);
  const drop = (to: number) => (event: DragEvent) => {
    event.preventDefault();
    if (dragged.current) onMove?.(dragged.current, to);
    dragged.current = null;
  };
  return (
    <Table label="Sequences">
      <TableHead>
        <HeadCell>Place</HeadCell>
        <HeadCell>Name</HeadCell>
        <HeadCell>State</HeadCell>
        <HeadCell numeric className="hidden sm:table-cell">
          Steps
        </HeadCell>
        <HeadCell numeric className="hidden md:table-cell">
          Entered
        </HeadCell>
        <HeadCell numeric className="hidden md:table-cell">
          Inside now
        </HeadCell>
        <HeadCell numeric>Recovered</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row, index) => (
          <Row
            key={row.id}
            className="relative"
            onDragOver={(event) => event.preventDefault()}
            onDrop={onMove ? drop(index) : undefined}
          >
            <Cell>
              <PlaceCell
                {...{ row, index, busy, onMove }}
                count={rows.length}
                place={places.indexOf(row.id)}
                onDrag={() => {
                  dragged.current = row.id;
                }}
              />
            </Cell>
            <Cell className="w-full">
              <Link href={`/sequences/${row.id}`} className="font-medium text-ink after:absolute after:inset-0">
                {row.name}
              </Link>
              <span className="block text-ink-faint text-xs">
                {row.liveVersion === null ? (
                  `Version ${row.newestVersion}, not published`
                ) : (
                  <>
                    Version {row.liveVersion}
                    {row.liveSince ? (
                      <>
                        , live since <Time at={row.liveSince} zone={zone} format="date" />
                      </>
                    ) : null}
                  </>
                )}
              </span>
            </Cell>
            <Cell>
              <StateOf row={row} />
            </Cell>
            <Cell numeric className="hidden sm:table-cell">
              {row.stepCount}
            </Cell>
            <Cell numeric className="hidden md:table-cell">
              {countText(row.enrolled)}
            </Cell>
            <Cell numeric className="hidden md:table-cell">
              {countText(row.open)}
            </Cell>
            <Cell numeric>{countText(row.recovered)}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function StateOf({ row }: { row: SequenceRow }) {
  const state = sequenceState({ isLive: row.liveVersion !== null, pausedAt: row.pausedAt });
  return <Status tone={sequenceStateTones[state]}>{sequenceStateLabels[state]}</Status>;
}
