import { z } from "zod";
import { filterQuery, spanQuery } from "#app/api/results/asked.ts";
import { operation } from "#auth/operation.ts";
import { listFigureRows as listRows } from "#db/figure-rows.ts";
import { getTenant } from "#db/tenants.ts";
import { spanOf } from "#domain/day-span.ts";
import { dimensions, measures } from "#domain/explore.ts";
import { figureKinds, figureOf, filtersOf, stages } from "#domain/figure-row.ts";
import { id, pageOf, paging } from "../shapes.ts";

const row = z
  .strictObject({
    id,
    day: z.iso.date(),
    who: z.string().nullable().meta({ description: "The person's name, else their address; null once erased" }),
    what: z.string().nullable(),
    ...{ cartId: id.nullable(), orderId: id.nullable(), messageId: id.nullable() },
    arm: z.enum(["variant", "holdout"]).nullable(),
    times: z.int().meta({ description: "How often it counts" }),
    amount: z
      .number()
      .nullable()
      .meta({ description: "Its part of a sum, in minor units; of model cost in millionths" }),
  })
  .meta({ id: "FigureRow" });

export const listFigureRows = operation({
  id: "list_figure_rows",
  method: "GET",
  path: "/results/rows",
  tag: "Results",
  summary: "List the rows behind a figure of the results",
  description:
    "`messages` by `measure`, `enrollments` by `stage` and `arm`, `orders` credited by last click, `drafts` that a model was paid for, `arms` whose contacts are compared. Their sum is the figure.",
  scope: "read",
  query: z.strictObject({
    ...{
      ...spanQuery,
      ...paging,
      kind: z.enum(figureKinds).default("messages").meta({ description: "Of what the figure is made" }),
    },
    ...{
      measure: z.enum(measures).optional().meta({ description: "Of messages: those that count under this measure" }),
      basis: z
        .enum(["own_day", "sent_day"])
        .optional()
        .meta({ description: "Whether days are those of what happened or those of sending" }),
    },
    ...{
      stage: z.enum(stages).optional().meta({ description: "Of enrollments: those that came as far as this" }),
      ...filterQuery,
    },
  }),
  answer: pageOf(row),
  example: { query: { kind: "orders", period: "30d" } },
  run: async ({ scope, now, query: { cursor, limit, ...asked } }) => {
    const { timeZone, currency: home } = await getTenant(scope);
    const { from, to } = spanOf(asked, now, timeZone);
    const days = { from, to, currency: asked.currency ?? home };
    const figure = figureOf(asked, days, filtersOf(asked, dimensions));
    const { rows, next } = await listRows(scope, figure, { after: cursor ?? null, limit });
    return { data: z.array(row).parse(rows), next };
  },
});
