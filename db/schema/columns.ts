import { sql } from "drizzle-orm";
import { customType, jsonb, text, timestamp } from "drizzle-orm/pg-core";
import type { PinnedFacts } from "#domain/revalidation.ts";

/** Every tenant table starts with these two and keys on (tenant_id, id). */
export const tenantId = () => text("tenant_id").notNull();
export const id = () => text("id").notNull();

/** An instant. No column defaults to the database's clock: business time comes from the edge. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

export const emptyArray = sql`'{}'::text[]`;

/** When, and by which content, each group of a row's fields was said last: `{"basket": "001772359207000.9f…"}`. */
export const stamps = () => jsonb("stamps").$type<Record<string, string>>().notNull().default(sql`'{}'::jsonb`);

type Written<Facts extends PinnedFacts> = Facts & { incentive: { validUntil: string | null } | null };

/** What a draft's words stand on. JSON knows no instants: the coupon's end is made one again. */
export const pinnedFacts = customType<{ data: PinnedFacts; driverData: Written<PinnedFacts> | string }>({
  dataType: () => "jsonb",
  toDriver: (facts) => JSON.stringify(facts),
  fromDriver: (stored) => {
    const { incentive, ...facts }: Written<PinnedFacts> = typeof stored === "string" ? JSON.parse(stored) : stored;
    const validUntil = incentive?.validUntil ? new Date(incentive.validUntil) : null;
    return { ...facts, incentive: incentive && { ...incentive, validUntil } };
  },
});
