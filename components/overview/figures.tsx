import { shareOf } from "#domain/explore.ts";
import type { Figure } from "#domain/figure-row.ts";
import { formatMoney } from "#domain/money.ts";
import { marginOfRevenue, type OverviewFigures, type PeriodCounts, returnOn } from "#domain/overview-figures.ts";
import { intervalText, rateText } from "../explore/cell-text.ts";
import { rowsHref } from "../explore/path-tables.ts";
import { countText } from "../result/chart-parts.tsx";
import { TextLink } from "../ui/link.tsx";
import { Change, type Wanted } from "./change.tsx";
import { FigureCell } from "./figure-cell.tsx";

type Counted = "enrolled" | "sent" | "delivered" | "clicked";

/** What was counted and what it cost, each beside the days before and each with its rows. Everything here is attributed. */
export function Figures({ figures }: { figures: OverviewFigures }) {
  const { currency, marginPercent, otherCosts } = figures;
  const [now, before] = [figures.now.counts, figures.before.counts];
  const money = (amount: number) => formatMoney({ amount, currency }, "en");
  const days = { ...figures.now.span, currency };
  const change = (name: keyof PeriodCounts, wanted: Wanted) => (
    <Change now={now[name]} before={before[name]} wanted={wanted} />
  );
  const messages = (measure: "sent" | "delivered" | "clicked") =>
    rowsHref({ kind: "messages", measure, basis: "own_day", filters: {}, ...days });
  const open = (kind: "orders" | "drafts") => rowsHref({ kind, ...days } as Figure);
  const enrolled = rowsHref({ kind: "enrollments", stage: "enrolled", arm: "both", sequence: null, ...days });
  const held = rowsHref({ kind: "enrollments", stage: "enrolled", arm: "holdout", sequence: null, ...days });
  const discounts = rowsHref({ kind: "messages", measure: "discount", basis: "sent_day", filters: {}, ...days });
  const rate = (count: Counted, of: Counted) => <RateNote count={now[count]} of={now[of]} noun={of} />;
  const returned = returnOn(now.revenue, now);
  const marginOf = (counts: PeriodCounts) => marginOfRevenue(counts.revenue, marginPercent ?? 100, counts);
  return (
    <dl className="grid grid-cols-2 gap-px bg-line md:grid-cols-3 xl:grid-cols-5">
      <FigureCell
        name="Enrolled"
        value={countText(now.enrolled)}
        change={change("enrolled", "neither")}
        note={
          <TextLink href={held} className="relative">
            {countText(now.holdout)} in the holdout
          </TextLink>
        }
        href={enrolled}
      />
      <FigureCell name="Sent" value={countText(now.sent)} change={change("sent", "neither")} href={messages("sent")} />
      <FigureCell
        name="Delivered"
        value={countText(now.delivered)}
        change={change("delivered", "more")}
        note={rate("delivered", "sent")}
        href={messages("delivered")}
      />
      <FigureCell
        name="Clicked"
        value={countText(now.clicked)}
        change={change("clicked", "more")}
        note={rate("clicked", "sent")}
        href={messages("clicked")}
      />
      <FigureCell
        name="Recovered orders"
        value={countText(now.orders)}
        change={change("orders", "more")}
        note="credited by last click"
        href={open("orders")}
      />
      <FigureCell
        name="Attributed margin"
        value={marginPercent === null ? "Not known" : money(marginOf(now))}
        change={marginPercent === null ? null : <Change now={marginOf(now)} before={marginOf(before)} wanted="more" />}
        note={
          marginPercent === null ? (
            <TextLink href="/settings/general" className="relative">
              Say what goods cost you
            </TextLink>
          ) : (
            `at ${marginPercent}% of list price`
          )
        }
        href={marginPercent === null ? undefined : open("orders")}
      />
      <FigureCell
        name="Discount cost"
        value={money(now.discount)}
        change={change("discount", "less")}
        note="redeemed with our codes"
        href={discounts}
      />
      <FigureCell
        name="Model cost"
        value={money(now.modelCost)}
        change={change("modelCost", "less")}
        note={
          otherCosts.length > 0
            ? `and ${otherCosts.map((cost) => formatMoney(cost, "en")).join(", ")}, not added`
            : null
        }
        href={open("drafts")}
      />
      <FigureCell
        name="Attributed return"
        value={returned === null ? "Nothing spent" : `${returned.toFixed(returned < 10 ? 1 : 0)} ×`}
        change={returned === null ? null : <ReturnChange now={returned} before={returnOn(before.revenue, before)} />}
        note="revenue on discount and model cost"
        href={open("orders")}
      />
      <FigureCell
        name="Bounced"
        value={countText(now.bounced)}
        change={change("bounced", "less")}
        note={<RateNote count={now.bounced} of={now.sent} noun="sent" />}
        href={rowsHref({ kind: "messages", measure: "bounced", basis: "own_day", filters: {}, ...days })}
      />
    </dl>
  );
}

function ReturnChange({ now, before }: { now: number; before: number | null }) {
  return before === null ? null : <Change now={now} before={before} wanted="more" />;
}

/** A rate with its interval; what happened on these days may belong to messages of the days before, so it is never above all. */
function RateNote({ count, of, noun }: { count: number; of: number; noun: string }) {
  const share = shareOf(Math.min(count, of), of);
  if (share.rate === null) return null;
  return (
    <span title={`95% interval ${intervalText(share)}`}>
      {rateText(share.rate)} <span className="whitespace-nowrap">({intervalText(share)})</span> of {noun}
    </span>
  );
}
