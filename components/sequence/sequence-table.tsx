import type { SequenceRow } from "#domain/rows.ts";
import { Status } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";

/** Every sequence, whether it is live, and what it has done. */
export function SequenceTable({ rows, zone }: { rows: SequenceRow[]; zone: string }) {
  return (
    <Table label="Sequences">
      <TableHead>
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
        {rows.map((row) => (
          <Row key={row.id} className="relative">
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
            <Cell>{row.liveVersion === null ? <Status>Not live</Status> : <Status tone="good">Live</Status>}</Cell>
            <Cell numeric className="hidden sm:table-cell">
              {row.stepCount}
            </Cell>
            <Cell numeric className="hidden md:table-cell">
              {row.enrolled}
            </Cell>
            <Cell numeric className="hidden md:table-cell">
              {row.open}
            </Cell>
            <Cell numeric>{row.recovered}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
