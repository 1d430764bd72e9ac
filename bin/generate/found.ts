import { randomUUID } from "node:crypto";
import type { Sql } from "#db/connections.ts";
import { openExperiment } from "#db/experiments.ts";
import { withScope } from "#db/scope.ts";
import { createTenant } from "#db/tenants.ts";
import { type Arm, defaultPlan } from "#domain/experiment.ts";
import { productCount, sequenceSteps } from "./setting.ts";

export type Founded = { tenantId: string; tag: string };

const prefix = "ten_generated_";

/** The id of a generated tenant. Nothing is ever generated into another, and never into one that stands already. */
export function generatedId(name: string): string {
  if (!/^[a-z0-9-]{1,40}$/.test(name)) throw new Error("A generated tenant's name is of a-z, 0-9 and -");
  return `${prefix}${name}`;
}

/** Founds the tenant with what its carts and messages refer to. */
export async function found(
  sql: Sql,
  name: string,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<Founded> {
  const tenantId = generatedId(name);
  const [known] = await sql`select 1 from tenants where tenant_id = ${tenantId}`;
  if (known) throw new Error(`${tenantId} is there already: name another by --tenant`);
  const start = new Date(now.getTime() - 366 * 86_400_000);
  await withScope(tenantId, (scope) =>
    createTenant(scope, { name: `Generated ${name}`, currency: "EUR", language: "de", timeZone, now: start }),
  );
  const tag = randomUUID().slice(0, 6);
  await foundShops(sql, { tenantId, tag }, start);
  await foundSequences(sql, { tenantId, tag }, start);
  await foundExperiments({ tenantId, tag }, start);
  return { tenantId, tag };
}

async function foundShops(sql: Sql, { tenantId, tag }: Founded, start: Date): Promise<void> {
  const at = start.toISOString();
  for (const [index, currency] of ["EUR", "PLN", "GBP"].entries()) {
    const host = `${tag}-${index}.example`;
    // No webhook opens with an empty secret, so nobody can write into a generated shop.
    await sql`
      insert into shops (tenant_id, id, platform, name, url, hosts, currency, secret_encrypted, created_at)
      values (${tenantId}, ${`shop_g${tag}${index}`}, 'custom', ${`Shop ${currency}`}, ${`https://${host}`}, ${[host]}, ${currency}, '', ${at})`;
  }
  await sql`
    insert into products (tenant_id, id, shop_id, external_id, title, categories, brand, source_updated_at, created_at)
    select ${tenantId}, 'prd_g' || ${tag}::text || n, ${`shop_g${tag}0`}, 'p' || n, 'Product ' || n, array['Category ' || n % 12], 'Brand ' || n % 7, ${at}, ${at}
    from generate_series(0, ${productCount - 1}) as n`;
}

async function foundSequences(sql: Sql, { tenantId, tag }: Founded, start: Date): Promise<void> {
  const at = start.toISOString();
  const incentive = (kind: string, percent: number) => (kind === "none" ? null : `inc_g${tag}${kind}${percent}`);
  for (const percent of [5, 10, 15, 20])
    await sql`
      insert into incentives (tenant_id, id, name, kind, percent, code, valid_hours, created_at)
      values (${tenantId}, ${incentive("percent", percent)}, ${`${percent} %`}, 'percent', ${percent}, ${`BACK${percent}`}, 72, ${at})`;
  await sql`
    insert into incentives (tenant_id, id, name, kind, code, valid_hours, created_at)
    values (${tenantId}, ${incentive("free_shipping", 0)}, 'Free shipping', 'free_shipping', 'SHIPFREE', 72, ${at})`;
  for (const [index, steps] of sequenceSteps.entries()) {
    const sequenceId = `seq_g${tag}${index}`;
    await sql`insert into sequences (tenant_id, id, name, created_at) values (${tenantId}, ${sequenceId}, ${`Sequence ${index + 1}`}, ${at})`;
    const written = steps.map(({ delayMinutes, template, purpose, kind, percent }, position) => {
      const incentiveId = incentive(kind, percent);
      const offer = incentiveId ? { kind: "incentive", incentiveId } : { kind: "none" };
      return { id: `step-${position + 1}`, delayMinutes, template, purpose, offer, oversight: null };
    });
    for (const number of [1, 2])
      await sql`
        insert into sequence_versions (tenant_id, id, sequence_id, number, steps, frozen, updated_at)
        values (${tenantId}, ${`ver_g${tag}${index}${number}`}, ${sequenceId}, ${number}, ${JSON.stringify(written)}::text::jsonb, true, ${at})`;
    await sql`
      insert into publications (tenant_id, id, sequence_id, version_id, at)
      values (${tenantId}, ${`pub_g${tag}${index}`}, ${sequenceId}, ${`ver_g${tag}${index}2`}, ${at})`;
  }
}

const arms: Arm[] = [
  { name: "holdout", kind: "holdout", share: 10, change: null },
  { name: "A", kind: "variant", share: 45, change: null },
  { name: "B", kind: "variant", share: 45, change: null },
];

/** A holdout and two arms alike on each sequence. */
async function foundExperiments({ tenantId, tag }: Founded, start: Date): Promise<void> {
  for (const index of sequenceSteps.keys()) {
    const setup = {
      id: `exp_g${tag}${index}`,
      sequenceId: `seq_g${tag}${index}`,
      name: `Experiment ${index + 1}`,
      arms,
    };
    await withScope(tenantId, (scope) =>
      openExperiment(scope, { ...setup, plan: defaultPlan("EUR"), endsAt: null }, { kind: "policy" }, start),
    );
  }
}
