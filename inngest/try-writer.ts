import { type Scope, withJobScope } from "#db/scope.ts";
import { getBrand, getTenant } from "#db/tenants.ts";
import { recordWriterTry } from "#db/writer-usage.ts";
import { briefFor } from "#domain/brief.ts";
import type { Brief } from "#domain/draft.ts";
import { languageOf } from "#domain/language.ts";
import type { WriterTrial } from "#domain/writer-trial.ts";
import { type Attempt, writeInspected, writerFor } from "#integrations/writer.ts";
import { policiesIn } from "./load-slot-rows.ts";
import { loadTenantWriter, tokensUnderWay, withTenantWriter } from "./tenant-writer.ts";

/** Writes once for an example cart with the tenant's settings, keeps what it took and no words. */
export async function tryWriter(tenantId: string, memberId: string, now: Date): Promise<WriterTrial> {
  const brief = await withJobScope(tenantId, exampleBrief);
  return tryBrief({ tenantId, by: memberId, brief }, now);
}

/** Writes and inspects once with the tenant's settings; what it took counts into the month of whoever asked, by their id. */
export async function tryBrief(
  { tenantId, by, brief }: { tenantId: string; by: string; brief: Brief },
  now: Date,
): Promise<WriterTrial> {
  const underWay = tokensUnderWay(tenantId);
  const plan = await withJobScope(tenantId, (scope) => loadTenantWriter(scope, now));
  const scripted = writerFor({ kind: "scripted" });
  const seed = `try ${by} ${now.getTime()}`;
  const { model } = plan;
  if (!model) {
    const { attempts } = await writeInspected(brief, { writer: scripted, fallback: scripted, seed });
    return trialOf(attempts);
  }
  return withTenantWriter(tenantId, { ...plan, model }, underWay, async (writer) => {
    const { attempts } = await writeInspected(brief, { writer, fallback: scripted, seed });
    const trial = trialOf(attempts);
    const { reason, inputTokens, cachedInputTokens, outputTokens, latencyMs } = trial;
    const spent = { reason, inputTokens, cachedInputTokens, outputTokens, latencyMs };
    const cost = { costMicros: trial.costMicros ?? 0, costCurrency: trial.currency };
    await withJobScope(tenantId, (scope) =>
      recordWriterTry(scope, { ...spent, ...cost, memberId: by, model: model.model }, now),
    );
    return trial;
  });
}

function trialOf(attempts: Attempt[]): WriterTrial {
  const last = attempts.at(-1);
  const asked = attempts.filter((attempt) => attempt.written?.writer !== "scripted");
  const spent = asked.flatMap(({ written, spent: lost }) => written ?? lost ?? []);
  const sum = (of: (one: (typeof spent)[number]) => number) => spent.reduce((all, one) => all + of(one), 0);
  const currency = spent[0]?.currency ?? null;
  return {
    words: last?.written?.words ?? null,
    writer: last?.written?.writer ?? null,
    model: spent[0]?.model ?? null,
    reason: last?.fallbackReason ?? null,
    findings: (asked.at(-1) ?? last)?.findings ?? [],
    tries: asked.length,
    inputTokens: sum((one) => one.inputTokens),
    cachedInputTokens: sum((one) => one.cachedInputTokens),
    outputTokens: sum((one) => one.outputTokens),
    costMicros: currency === null ? null : sum((one) => one.costMicros),
    currency,
    latencyMs: sum((one) => one.latencyMs),
  };
}

/** A cart of nobody's, in the tenant's own language and voice. */
async function exampleBrief(scope: Scope): Promise<Brief> {
  const [tenant, brand] = [await getTenant(scope), await getBrand(scope)];
  const language = languageOf(tenant.language);
  const lines = [
    { title: "Linen tablecloth", variantTitle: "Sand, 140 × 220", quantity: 1 },
    { title: "Stoneware bowl", variantTitle: null, quantity: 4 },
  ];
  return briefFor({
    language,
    step: { purpose: "reminder", template: "reminder", position: 0 },
    contact: { firstName: "Alex", orders: 0, lastOrderDays: null, recoveries: 0, spent: null },
    lines,
    total: { amount: 12_400, currency: tenant.currency },
    incentive: null,
    hints: { shippingCostSeen: true, device: null, hoursAway: 3 },
    stock: [null, null],
    loyaltyLine: false,
    brand,
    store: policiesIn(language, tenant, brand),
  });
}
