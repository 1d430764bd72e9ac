import type { Sql } from "#db/connections.ts";
import { nameTimes } from "#db/message-facts.ts";
import { withScope } from "#db/scope.ts";
import { delayBands, depthBands } from "#domain/explore/bands.ts";
import type { dimensions } from "#domain/explore.ts";
import {
  countries,
  devices,
  modeTickets,
  productCount,
  segmentTickets,
  sequenceSteps,
  subjectsOf,
  writerTickets,
} from "./setting.ts";

const unique = <T>(all: T[]) => [...new Set(all)];

/** Every value that the generated messages can have, so that facts are written with their codes at once. */
export async function nameGenerated(sql: Sql, tenantId: string, tag: string): Promise<void> {
  const languages = unique(countries.map((one) => one.language));
  const values: Partial<Record<(typeof dimensions)[number], string[]>> = {
    incentive: ["none", "percent", "free_shipping"],
    depth: [...depthBands],
    delay: [...delayBands],
    step: ["1", "2", "3", "4"],
    sequence: sequenceSteps.map((_, index) => `seq_g${tag}${index}`),
    segment: unique(segmentTickets),
    device: unique(devices),
    country: unique(countries.map((one) => one.country)),
    language: languages,
    template: unique(sequenceSteps.flat().map((one) => one.template)),
    mode: unique(modeTickets),
    writer: unique(writerTickets),
    arm: ["A", "B"],
    subject: [...languages.flatMap(subjectsOf), "(written by a member)"],
    product: Array.from({ length: productCount }, (_, n) => `p${n}`),
  };
  await withScope(tenantId, nameTimes);
  for (const [dimension, texts] of Object.entries(values))
    await sql`
      insert into rollup_values (tenant_id, dimension, value)
      select ${tenantId}, ${dimension}, value from unnest(${unique(texts)}::text[]) as value
      on conflict (tenant_id, dimension, value) do nothing`;
}

export type Codes = (dimension: string, texts: string[]) => string;

/** Codes of texts as an SQL array in the order of the texts, so that a chance which chooses a text chooses its code. */
export async function generatedCodes(sql: Sql, tenantId: string): Promise<Codes> {
  const rows = await sql<{ dimension: string; value: string; code: number }[]>`
    select dimension, value, code from rollup_values where tenant_id = ${tenantId}`;
  const known = new Map(rows.map(({ dimension, value, code }) => [`${dimension} ${value}`, code]));
  return (dimension, texts) => `'{${texts.map((text) => known.get(`${dimension} ${text}`) ?? 0).join(",")}}'::int[]`;
}
