import type { DaySpan } from "#domain/day-span.ts";
import { formatMoney } from "#domain/money.ts";
import {
  changeOf,
  incrementalOf,
  mailRates,
  marginOfRevenue,
  type OverviewFigures,
  returnOn,
} from "#domain/overview-figures.ts";
import type { Reports } from "#domain/report.ts";
import type { ReportProps } from "../system/report.tsx";
import { countText, percentText } from "./stages-picture.ts";

/** What a report tells, from the same sums as the pages. `others` are further currencies, each by itself. */
export type Told = {
  figures: OverviewFigures;
  currency: string;
  arms: Reports["incremental"];
  funnel: Reports["funnel"];
  others: OverviewFigures[];
};

/** The days as people write them, with the zone that cuts them and the currency that is told. */
export function periodText(
  { from, to }: DaySpan,
  { timeZone, currency }: { timeZone: string; currency: string },
): string {
  const long = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const [first, last] = [from, to].map((day) => long.format(new Date(`${day}T00:00:00Z`)));
  return `${first} to ${last}, in days of ${timeZone.replaceAll("_", " ")}. Amounts are in ${currency}.`;
}

/** The figures of the overview in the same order and with the same names. */
export function figuresOf(told: Told): ReportProps["figures"] {
  const { figures, currency, arms, others } = told;
  const [now, before] = [figures.now.counts, figures.before.counts];
  const money = (amount: number) => formatMoney({ amount, currency }, "en");
  const rates = mailRates(now);
  const returned = returnOn(now.revenue, now);
  return [
    {
      name: "Attributed revenue",
      value: money(now.revenue),
      note: `credited by last click, net of refunds; ${against(now.revenue, before.revenue)}`,
    },
    ...others.map((other) => ({
      name: `Attributed revenue in ${other.currency}`,
      value: formatMoney({ amount: other.now.counts.revenue, currency: other.currency }, "en"),
      note: "never added to the others",
    })),
    ...reportedFigure(figures.reported),
    ...incrementalFigures(told),
    ...(arms.marginPercent === null
      ? []
      : [
          {
            name: "Attributed margin",
            value: money(marginOfRevenue(now.revenue, arms.marginPercent, now)),
            note: `at ${arms.marginPercent}% of list price`,
          },
        ]),
    { name: "Recovered orders", value: countText(now.orders), note: against(now.orders, before.orders) },
    { name: "Sent", value: countText(now.sent), note: against(now.sent, before.sent) },
    { name: "Discount cost", value: money(now.discount), note: "redeemed with our codes" },
    { name: "Model cost", value: money(now.modelCost), note: "" },
    ...(returned === null
      ? []
      : [{ name: "Attributed return", value: `${returned.toFixed(1)} ×`, note: "revenue on discount and model cost" }]),
    {
      name: "Reported as spam",
      value: rateText(rates.complained.rate),
      note: "of the delivered; Gmail asks for less than 0.1%",
    },
    { name: "Unsubscribed", value: rateText(rates.unsubscribed.rate), note: "of the delivered" },
  ];
}

/** All currencies in one where the tenant has a currency and rates for that, said to be converted. */
function reportedFigure(reported: OverviewFigures["reported"]): ReportProps["figures"] {
  if (!reported || reported.converted.length === 0) return [];
  const { currency, converted, missing } = reported;
  const days = [...new Set(converted.flatMap(({ rates }) => rates.map(({ day }) => day)))].sort();
  const left = missing.map((one) => formatMoney(one, "en"));
  return [
    {
      name: `Attributed revenue of all currencies, converted to ${currency}`,
      value: formatMoney({ amount: reported.amount, currency }, "en"),
      note: `by your rates of ${days.join(", ")}${left.length > 0 ? `; without ${left.join(", ")}, which have no rate` : ""}`,
    },
  ];
}

/** The difference against the holdout with its interval, or what is missing for it. */
function incrementalFigures({ arms, figures, currency }: Told): ReportProps["figures"] {
  const told = incrementalOf(arms, arms.marginPercent, figures.now.counts);
  const { variant, holdout } = arms;
  const counted = `${countText(variant.enrolled)} written to against ${countText(holdout.enrolled)} in the holdout`;
  if (!told) return [{ name: "Incremental revenue", value: "Not known yet", note: counted }];
  const line = (name: string, { value, interval }: NonNullable<typeof told.margin>, note: string) => ({
    ...{ name, value: signed(value, currency) },
    note: `95% interval ${signed(interval.low, currency)} to ${signed(interval.high, currency)}${note}`,
  });
  return [
    line("Incremental revenue", told.revenue, `; ${counted}`),
    ...(told.margin ? [line("Incremental margin", told.margin, "")] : []),
  ];
}

export function signed(amount: number, currency: string): string {
  const text = formatMoney({ amount: Math.abs(amount), currency }, "en");
  return amount === 0 ? text : `${amount < 0 ? "−" : "+"}${text}`;
}

const rateText = (rate: number | null) => (rate === null ? "–" : percentText(rate));

function against(now: number, before: number): string {
  const change = changeOf(now, before);
  if (change === null) return now === 0 ? "none before either" : "none before";
  const text = new Intl.NumberFormat("en", { style: "percent", signDisplay: "exceptZero", maximumFractionDigits: 0 });
  return `${text.format(change).replace("-", "−")} against the days before`;
}
