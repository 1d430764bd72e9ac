import { z } from "zod";
import { dimensions, measures } from "#domain/explore.ts";
import { measureTexts } from "../../results/dimension-texts.ts";
import { currency } from "../shapes.ts";

const count = z.int();
const minor = z.number().meta({ description: "Minor units of the report's currency" });
const day = z.iso.date();
const interval = z.strictObject({ low: z.number(), high: z.number() }).meta({ description: "95%" });
const span = z.strictObject({ from: day, to: day });
const names = z.record(z.string(), z.string()).meta({ description: "What values that are ids are called" });

const counts = z.strictObject({
  ...{ enrolled: count, holdout: count, sent: count, delivered: count, clicked: count, bounced: count },
  ...{ unsubscribed: count, complained: count, orders: count, revenue: minor, discount: minor, modelCost: minor },
});
const period = z.strictObject({
  span,
  counts,
  days: z.array(z.strictObject({ day, revenue: minor, orders: count })),
});

const reported = z
  .strictObject({
    ...{ currency, amount: minor, own: minor },
    converted: z.array(
      z.strictObject({ currency, amount: minor, as: minor, rates: z.array(z.strictObject({ day, rate: z.number() })) }),
    ),
    missing: z.array(z.strictObject({ currency, amount: minor })),
  })
  .meta({
    description:
      "Attributed revenue of all currencies in the tenant's reporting currency, by its own stored rates; `missing` has no rate and is not in it",
  });

const overview = z.strictObject({
  ...{ currency, currencies: z.array(currency), timeZone: z.string() },
  marginPercent: z.number().nullable(),
  ...{ now: period, before: period.meta({ description: "The as many days before" }) },
  otherCosts: z.array(z.strictObject({ currency, amount: minor })),
  reported: reported.nullable(),
});

const arm = z.strictObject({ enrolled: count, ordered: count, revenue: minor, revenueSquares: z.number() });
export const incremental = z.strictObject({
  ...{ variant: arm, holdout: arm, watchDays: z.number(), marginPercent: z.number().nullable() },
  incremental: z.strictObject({ revenue: minor, interval, perEnrolled: z.number() }).nullable(),
});

const days = z.strictObject({
  days: z.array(
    z.strictObject({
      ...{ day, currency, enrolled: count, holdout: count, sent: count, delivered: count, opened: count },
      ...{ clicked: count, machineClicked: count, bounced: count, unsubscribed: count, complained: count },
      costMicros: z.number().meta({ description: "What models cost, in millionths of the currency's unit" }),
    }),
  ),
  credits: z.array(z.strictObject({ day, currency, model: z.string(), orders: count, organic: count, revenue: minor })),
});

const explore = z.strictObject({
  by: z.array(z.enum(dimensions)).meta({ description: "By what messages are told apart" }),
  filters: z.partialRecord(z.enum(dimensions), z.array(z.string())),
  names,
  covered: span.meta({ description: "Wider than the days asked for where sums are kept by month" }),
  source: z.enum(["cells", "messages"]).meta({ description: "Whether sums that are kept were read, or messages" }),
  cells: z.array(
    z.strictObject({
      values: z.array(z.string()).meta({ description: "Its value of each dimension in `by`" }),
      ...Object.fromEntries(measures.map((one) => [one, z.number().meta({ description: measureTexts[one] })])),
    }),
  ),
  cut: z
    .strictObject({ dimension: z.enum(dimensions), shown: count, of: count })
    .nullable()
    .meta({ description: "Where a dimension has more values than are listed: the most sent first" }),
});

const funnel = z.strictObject({
  names,
  rows: z.array(
    z.strictObject({
      ...{ sequenceId: z.string(), armKind: z.enum(["variant", "holdout"]), enrolled: count, sent: count },
      ...{ delivered: count, clicked: count, recovered: count, ordered: count, revenue: minor },
    }),
  ),
});

const points = z.array(
  z.strictObject({
    ...{ hours: z.number(), atRisk: count, events: count },
    ...{ surviving: z.number(), low: z.number(), high: z.number() },
  }),
);
const survival = z.strictObject({ variant: points, holdout: points });

const cohorts = z.strictObject({
  cells: z.array(
    z.strictObject({
      ...{ week: day, weeksLater: count, contacts: count, enrolled: count, recovered: count, revenue: minor },
    }),
  ),
});

const told = {
  ...{ from: day, to: day, timeZone: z.string(), currency, currencies: z.array(currency) },
  ready: z.boolean().meta({ description: "False while the sums are being made; figures are incomplete until then" }),
};

/** A report with its days and currency; `kind` says which one it is. */
export const report = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("overview"), ...told, report: overview }),
    z.strictObject({ kind: z.literal("incremental"), ...told, report: incremental }),
    z.strictObject({ kind: z.literal("days"), ...told, report: days }),
    z.strictObject({ kind: z.literal("explore"), ...told, report: explore }),
    z.strictObject({ kind: z.literal("funnel"), ...told, report: funnel }),
    z.strictObject({ kind: z.literal("survival"), ...told, report: survival }),
    z.strictObject({ kind: z.literal("cohorts"), ...told, report: cohorts }),
  ])
  .meta({
    id: "Report",
    description: "Attributed figures are credited by last click; incremental ones never join them",
  });
