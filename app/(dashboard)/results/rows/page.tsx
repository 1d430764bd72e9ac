import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listFigureRows } from "#db/figure-rows.ts";
import { getTenant } from "#db/tenants.ts";
import { namesOfValues } from "#db/value-names.ts";
import { spanOf } from "#domain/day-span.ts";
import { dimensions } from "#domain/explore.ts";
import { figureOf, filtersOf } from "#domain/figure-row.ts";
import { textsOf } from "../texts-of.ts";
import { RowsBoard } from "./rows-board.tsx";

export const metadata: Metadata = { title: "Rows behind a figure" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RowsPage({ searchParams }: Props) {
  const member = await requireMember();
  const texts = textsOf(await searchParams);
  const { figure, first, names } = await readAs(member, async (scope, now) => {
    const { timeZone, currency: home } = await getTenant(scope);
    const { from, to } = spanOf(texts, now, timeZone);
    const currency = /^[A-Z]{3}$/.test(texts.currency ?? "") ? (texts.currency ?? home) : home;
    const filters = filtersOf(texts, dimensions);
    const figure = figureOf(texts, { from, to, currency }, filters);
    const values = dimensions.map((dimension) => ({ dimension, values: filters[dimension] ?? [] }));
    return { figure, first: await listFigureRows(scope, figure, {}), names: await namesOfValues(scope, values) };
  });
  return <RowsBoard {...{ figure, first, names }} />;
}
