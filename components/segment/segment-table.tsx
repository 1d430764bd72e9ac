"use client";

import { Archive, MoreHorizontal, Pencil } from "lucide-react";
import type { SegmentRow } from "#domain/segment-view.ts";
import { graphOfSteps } from "#domain/sequence-graph.ts";
import { countText } from "../result/chart-parts.tsx";
import { conditionText } from "../sequence/step-words.ts";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/link.tsx";
import { Menu, MenuContent, MenuEntry, MenuTrigger } from "../ui/menu.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";

type Props = {
  rows: SegmentRow[];
  zone: string;
  mayChange: boolean;
  onEdit: (row: SegmentRow) => void;
  onArchive: (row: SegmentRow) => void;
};

const noGraph = graphOfSteps([]);

/** The segments by name: whom each means, how many fit it now, and where its condition stands. */
export function SegmentTable(props: Props) {
  return (
    <Table label="Segments">
      <TableHead>
        <HeadCell>Name</HeadCell>
        <HeadCell className="hidden md:table-cell">Who</HeadCell>
        <HeadCell numeric>Contacts</HeadCell>
        <HeadCell className="max-sm:hidden">Used in</HeadCell>
        <HeadCell className="hidden lg:table-cell">Changed</HeadCell>
        <HeadCell>
          <span className="sr-only">Actions</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {props.rows.map((row) => (
          <SegmentLine key={row.id} row={row} {...props} />
        ))}
      </TableBody>
    </Table>
  );
}

function SegmentLine({ row, zone, mayChange, onEdit, onArchive }: Props & { row: SegmentRow }) {
  const who = conditionText(row.condition, noGraph);
  return (
    <Row>
      <Cell>
        <span className="font-medium">{row.name}</span>
        <p className="line-clamp-2 max-w-60 text-ink-soft text-xs md:hidden">{who}</p>
        <div className="text-xs sm:hidden">
          <span className="text-ink-faint">Used in: </span>
          <UsedIn row={row} />
        </div>
      </Cell>
      <Cell className="hidden text-ink-soft md:table-cell">
        <span className="line-clamp-2 max-w-prose" title={who}>
          {who}
        </span>
      </Cell>
      <Cell numeric>{countText(row.contacts)}</Cell>
      <Cell className="max-sm:hidden">
        <UsedIn row={row} />
      </Cell>
      <Cell className="hidden whitespace-nowrap text-ink-soft lg:table-cell">
        <Time at={row.updatedAt} zone={zone} />
      </Cell>
      <Cell className="text-right">
        {mayChange ? (
          <Menu>
            <MenuTrigger asChild>
              <Button variant="ghost" size="icon-sm" aria-label={`Actions for ${row.name}`}>
                <MoreHorizontal />
              </Button>
            </MenuTrigger>
            <MenuContent>
              <MenuEntry onSelect={() => onEdit(row)}>
                <Pencil aria-hidden />
                Edit
              </MenuEntry>
              <MenuEntry danger onSelect={() => onArchive(row)}>
                <Archive aria-hidden />
                Put away
              </MenuEntry>
            </MenuContent>
          </Menu>
        ) : null}
      </Cell>
    </Row>
  );
}

/** The sequences whose conditions it stands in. */
function UsedIn({ row }: { row: SegmentRow }) {
  if (row.usedIn.length === 0) return <span className="text-ink-faint">Nowhere yet</span>;
  return row.usedIn.map(({ sequenceId, name, by }) => (
    <span key={sequenceId} className="block sm:whitespace-nowrap">
      <TextLink href={`/sequences/${sequenceId}`}>{name}</TextLink>
      {by === "draft" ? <span className="text-ink-faint">, draft</span> : null}
    </span>
  ));
}
