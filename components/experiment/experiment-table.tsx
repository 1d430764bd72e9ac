import type { ExperimentListRow } from "#domain/experiment-view.ts";
import { Status } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { stateLabels, stateTones } from "./labels.ts";

type Props = { rows: ExperimentListRow[]; now: string; zone: string };

/** Every experiment with where it stands and what may be said of it. */
export function ExperimentTable({ rows, now, zone }: Props) {
  return (
    <Table label="Experiments">
      <TableHead>
        <HeadCell>Experiment</HeadCell>
        <HeadCell>State</HeadCell>
        <HeadCell className="hidden lg:table-cell">Arms</HeadCell>
        <HeadCell numeric className="hidden sm:table-cell">
          Days
        </HeadCell>
        <HeadCell className="hidden md:table-cell">Verdict</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.id} className="relative">
            <Cell className="min-w-48">
              <Link href={`/experiments/${row.id}`} className="font-medium text-ink after:absolute after:inset-0">
                {row.name}
              </Link>
              <span className="block text-ink-faint text-xs">{row.sequence?.name ?? "A sequence that is gone"}</span>
              <span className="mt-1 block text-ink-soft text-xs md:hidden">{row.verdict}</span>
            </Cell>
            <Cell>
              <Status tone={stateTones[row.state]}>{stateLabels[row.state]}</Status>
              {row.startedAt ? (
                <span className="block text-ink-faint text-xs sm:whitespace-nowrap">
                  {row.endedAt ? "ended" : "started"}{" "}
                  <Time at={row.endedAt ?? row.startedAt} zone={zone} format="date" />
                </span>
              ) : null}
            </Cell>
            <Cell className="hidden max-w-72 lg:table-cell">
              <span className="line-clamp-2 text-ink-soft text-sm" title={armsText(row)}>
                {armsText(row)}
              </span>
            </Cell>
            <Cell numeric className="hidden sm:table-cell">
              {daysOf(row, now) ?? "–"}
            </Cell>
            <Cell className="hidden w-2/5 text-ink-soft md:table-cell">{row.verdict ?? "–"}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

const armsText = ({ arms }: ExperimentListRow) => arms.map((arm) => `${arm.name} ${share(arm.share)}%`).join(", ");

const share = (percent: number) => Number(percent.toFixed(1));

/** How many days it ran, or has been running; null before its start. */
function daysOf({ startedAt, endedAt }: ExperimentListRow, now: string): number | null {
  if (!startedAt) return null;
  const until = new Date(endedAt ?? now).getTime();
  return Math.max(1, Math.ceil((until - new Date(startedAt).getTime()) / 86_400_000));
}
