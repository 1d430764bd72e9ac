import { mix } from "#domain/colour.ts";
import { currencyDigits, formatMoney } from "#domain/money.ts";
import type { Picture } from "#domain/picture.ts";
import { lookOf } from "../parts/look.ts";
import type { ReportChart } from "../system/report.tsx";
import { product } from "../system/system-frame.tsx";
import { daysPicture } from "./days-picture.ts";
import { signed, type Told } from "./figures.ts";
import { liftPicture } from "./lift-picture.ts";
import type { Ink } from "./picture-parts.ts";
import { countText, percentText, type Stage, stagesPicture } from "./stages-picture.ts";

type Drawn = { chart: Omit<ReportChart, "width" | "height">; picture: Picture };

/** The charts of a report: as pictures, and as the figures that they show. */
export function chartsOf(told: Told): { charts: ReportChart[]; pictures: { name: string; picture: Picture }[] } {
  const look = lookOf("en", product.accent);
  const { card, ink, soft, faint, rule } = look;
  const colours = { card, ink, soft, faint, rule, accent: look.brand.accent, tint: mix(card, look.brand.accent, 0.35) };
  const drawn = [daysChart(told, colours), liftChart(told, colours), stagesChart(told, colours)].filter(
    (one) => one !== null,
  );
  return {
    charts: drawn.map(({ chart, picture }) => ({ ...chart, width: picture.width, height: picture.height })),
    pictures: drawn.map(({ chart, picture }) => ({ name: chart.name, picture })),
  };
}

function daysChart({ figures, currency }: Told, ink: Ink): Drawn {
  const whole = 10 ** currencyDigits(currency);
  const amounts = (days: { day: string; revenue: number }[]) =>
    days.map(({ day, revenue }) => ({ day, amount: revenue / whole }));
  return {
    picture: daysPicture(amounts(figures.now.days), amounts(figures.before.days), ink),
    chart: {
      name: "revenue-by-day",
      title: "Attributed revenue by day",
      caption: `In ${currency}, by the day of the order. Dashed: the days before.`,
      rows: figures.now.days.map(({ day, revenue }) => [
        dayText(day),
        formatMoney({ amount: revenue, currency }, "en"),
      ]),
    },
  };
}

/** Nothing where there is no holdout to compare with. */
function liftChart({ arms, currency }: Told, ink: Ink): Drawn | null {
  if (!arms.incremental) return null;
  const whole = 10 ** currencyDigits(currency);
  const { revenue, interval } = arms.incremental;
  const lift = { value: revenue / whole, low: interval.low / whole, high: interval.high / whole };
  return {
    picture: liftPicture(lift, ink),
    chart: {
      name: "incremental-revenue",
      title: "Incremental revenue and its 95% interval",
      caption: `In ${currency}. What lies on both sides of zero may be nothing.`,
      rows: [
        ["Estimate", signed(revenue, currency)],
        ["From", signed(interval.low, currency)],
        ["To", signed(interval.high, currency)],
      ],
    },
  };
}

/** The holdout is left out: it is sent nothing. */
function stagesChart({ funnel }: Told, ink: Ink): Drawn | null {
  const rows = funnel.rows.filter((row) => row.armKind === "variant");
  const sum = (name: "enrolled" | "sent" | "delivered" | "clicked" | "recovered") =>
    rows.reduce((whole, row) => whole + row[name], 0);
  const stages: Stage[] = [
    { name: "Enrolled", count: sum("enrolled") },
    { name: "Written to", count: sum("sent") },
    { name: "Delivered", count: sum("delivered") },
    { name: "Clicked", count: sum("clicked") },
    { name: "Recovered", count: sum("recovered") },
  ];
  const whole = stages[0]?.count ?? 0;
  if (whole === 0) return null;
  return {
    picture: stagesPicture(stages, ink),
    chart: {
      name: "from-cart-to-order",
      title: "From cart to order",
      caption: "Enrollments that began on these days, and how far they have come.",
      rows: stages.map(({ name, count }) => [name, `${countText(count)} (${percentText(count / whole)})`]),
    },
  };
}

const dayText = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
