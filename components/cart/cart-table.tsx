import type { CartRow } from "#domain/rows.ts";
import { Status } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Money } from "../ui/money.tsx";
import { Picture } from "../ui/picture.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { closeWords, stateLabels, stateTones } from "./labels.ts";

type Props = { rows: CartRow[]; now: string; zone: string };

/** Carts, newest activity first. On a phone the state and the value stand under the name. */
export function CartTable({ rows, now, zone }: Props) {
  return (
    <Table label="Carts">
      <TableHead>
        <HeadCell>Contact</HeadCell>
        <HeadCell className="hidden md:table-cell">Cart</HeadCell>
        <HeadCell className="hidden sm:table-cell">State</HeadCell>
        <HeadCell className="hidden lg:table-cell">Sequence</HeadCell>
        <HeadCell numeric>Value</HeadCell>
        <HeadCell numeric className="hidden sm:table-cell">
          Last activity
        </HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.id} className="relative">
            <Cell className="w-full max-w-0 sm:w-auto sm:max-w-56">
              <Link
                href={`/carts/${row.id}`}
                dir="auto"
                className="block truncate text-left font-medium text-ink after:absolute after:inset-0 focus-visible:outline-offset-0"
              >
                {row.contact?.name ?? row.contact?.address ?? "Unknown shopper"}
              </Link>
              <span className="block truncate text-ink-faint text-xs">
                {row.contact?.name ? row.contact.address : row.shop}
              </span>
              <span className="mt-1 flex items-center gap-2 text-ink-faint text-xs sm:hidden">
                <State row={row} />
                <span aria-hidden>·</span>
                <RelativeTime at={row.lastActivityAt} now={now} zone={zone} />
              </span>
            </Cell>
            <Cell className="hidden max-w-64 md:table-cell">
              <span className="flex items-center gap-2.5">
                <Picture src={row.imageUrl} className="size-8" />
                <span className="min-w-0">
                  <span dir="auto" className="block truncate text-left">
                    {row.firstLine ?? "Empty"}
                  </span>
                  {row.lineCount > 1 ? (
                    <span className="block text-ink-faint text-xs">and {row.lineCount - 1} more</span>
                  ) : null}
                </span>
              </span>
            </Cell>
            <Cell className="hidden sm:table-cell">
              <State row={row} />
            </Cell>
            <Cell className="hidden text-ink-soft lg:table-cell">
              <InSequence row={row} now={now} zone={zone} />
            </Cell>
            <Cell numeric className="align-top sm:align-middle">
              <Money amount={row.total} currency={row.currency} />
            </Cell>
            <Cell numeric className="hidden text-ink-soft sm:table-cell">
              <RelativeTime at={row.lastActivityAt} now={now} zone={zone} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

const State = ({ row }: { row: CartRow }) => <Status tone={stateTones[row.state]}>{stateLabels[row.state]}</Status>;

function InSequence({ row, now, zone }: { row: CartRow } & Omit<Props, "rows">) {
  if (row.state === "merged" && row.mergedInto)
    return (
      <Link href={`/carts/${row.mergedInto}`} className="relative underline underline-offset-2 hover:text-ink">
        Goes on in a newer cart
      </Link>
    );
  if (row.holdout) return "Holdout";
  const sent = row.sent > 0 ? `${row.sent} sent` : null;
  if (row.heldForReview) return sent ? `${sent}, next in review` : "First in review";
  if (row.nextDueAt && row.nextDueAt <= now) return sent ? `${sent}, next due now` : "First due now";
  if (row.nextDueAt)
    return (
      <>
        {sent ? `${sent}, next ` : "First "}
        <RelativeTime at={row.nextDueAt} now={now} zone={zone} />
      </>
    );
  const parts = [sent, row.closeReason ? closeWords[row.closeReason].toLowerCase() : null].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : <span className="text-ink-faint">–</span>;
}
