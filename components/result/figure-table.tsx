import type { Measure } from "#domain/explore.ts";
import type { Figure, FigureRow, Stage } from "#domain/figure-row.ts";
import { currencyDigits, formatMoney } from "#domain/money.ts";
import { Badge } from "../ui/badge.tsx";
import { TextLink } from "../ui/link.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../ui/table.tsx";
import { dayText } from "./chart-parts.tsx";

const measureTitles: Record<Measure, string> = {
  sent: "Messages sent",
  delivered: "Messages delivered",
  opened: "Messages opened",
  clicked: "Messages clicked by a person",
  machineClicked: "Messages clicked by a machine",
  bounced: "Messages that bounced",
  unsubscribed: "Messages unsubscribed from",
  complained: "Messages reported as spam",
  orders: "Messages with credited orders",
  revenue: "Messages that brought revenue",
  discount: "Messages with discounts redeemed",
  costMicros: "Messages written by a model",
};

const stageTitles: Record<Stage, string> = {
  enrolled: "Enrollments",
  sent: "Enrollments written to",
  delivered: "Enrollments that a message reached",
  clicked: "Enrollments with a click",
  recovered: "Recovered enrollments",
  ordered: "Enrollments whose cart was ordered",
};

/** What a figure's rows are. */
export function figureTitle(figure: Figure): string {
  if (figure.kind === "messages") return measureTitles[figure.measure];
  if (figure.kind === "enrollments")
    return figure.arm === "holdout" ? "Enrollments in the holdout" : stageTitles[figure.stage];
  const titles = {
    orders: "Orders credited by last click",
    drafts: "Drafts that a model wrote",
    arms: "Contacts of both arms",
  };
  return titles[figure.kind];
}

const whatOf: Record<Figure["kind"], string> = {
  messages: "Subject",
  enrollments: "Sequence",
  orders: "Order",
  drafts: "Subject",
  arms: "Orders while watched",
};

/** The rows behind a figure; every one leads to its cart, its order and its message. */
export function FigureTable({ figure, rows }: { figure: Figure; rows: FigureRow[] }) {
  const arms = figure.kind === "arms" || figure.kind === "enrollments";
  const amounts = rows.some((row) => row.amount !== null);
  return (
    <Table label={figureTitle(figure)}>
      <TableHead>
        <HeadCell>Day</HeadCell>
        <HeadCell>Who</HeadCell>
        <HeadCell className="hidden sm:table-cell">{whatOf[figure.kind]}</HeadCell>
        {arms ? <HeadCell>Arm</HeadCell> : null}
        {amounts ? <HeadCell numeric>Amount</HeadCell> : null}
        <HeadCell>Open</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell className="whitespace-nowrap text-ink-soft">{dayText(row.day)}</Cell>
            <Cell className="max-w-40 truncate sm:max-w-56">{row.who ?? "Erased"}</Cell>
            <Cell className="hidden max-w-72 truncate text-ink-soft sm:table-cell">
              {figure.kind === "arms" ? row.times : (row.what ?? "–")}
            </Cell>
            {arms ? (
              <Cell>
                <Badge tone={row.arm === "holdout" ? "neutral" : "accent"}>
                  {row.arm === "holdout" ? "Holdout" : "Written to"}
                </Badge>
              </Cell>
            ) : null}
            {amounts ? <Cell numeric>{row.amount === null ? "–" : amountText(figure, row.amount)}</Cell> : null}
            <Cell>
              <span className="flex gap-3 whitespace-nowrap">
                {row.cartId ? <TextLink href={`/carts/${row.cartId}`}>Cart</TextLink> : null}
                {row.orderId ? <TextLink href={`/orders/${row.orderId}`}>Order</TextLink> : null}
                {row.messageId ? <TextLink href={`/outbox?mail=${row.messageId}`}>Message</TextLink> : null}
              </span>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

/** What models cost is told in millionths of a unit, for a draft costs less than a cent. */
function amountText(figure: Figure, amount: number): string {
  const micros = figure.kind === "drafts" || (figure.kind === "messages" && figure.measure === "costMicros");
  if (!micros) return formatMoney({ amount, currency: figure.currency }, "en");
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency: figure.currency,
    maximumFractionDigits: currencyDigits(figure.currency) + 3,
  }).format(amount / 1_000_000);
}
