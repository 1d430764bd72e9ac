import type { Scope } from "#db/scope.ts";
import { getWriterSettings, openWriterKey } from "#db/writer-settings.ts";
import { readWriterUsage, startOfMonth } from "#db/writer-usage.ts";
import { isBudgetSpent, type WriterSettings } from "#domain/writer-settings.ts";
import { env } from "#env";
import { type LanguageModelConfig, type ModelAddress, type Writer, writerFor } from "#integrations/writer.ts";
import { installationModel } from "./outside.ts";

/** Who writes for a tenant now. `model` is null where the scripted writer does. */
export type TenantWriter = { settings: WriterSettings; model: ModelAddress | null; usedTokens: number };

/** Reads a tenant's settings and what this month took; the installation's own model stands where nobody chose another. */
export async function loadTenantWriter(scope: Scope, now: Date): Promise<TenantWriter> {
  const settings = await getWriterSettings(scope);
  const model = await modelIn(scope, settings);
  const counts = model !== null && settings.monthlyTokens !== null;
  const usedTokens = counts ? (await readWriterUsage(scope, await startOfMonth(scope, now))).tokens : 0;
  return { settings, model, usedTokens };
}

async function modelIn(scope: Scope, { provider, model, baseUrl }: WriterSettings): Promise<ModelAddress | null> {
  if (provider === "installation") return installationModel();
  if (provider === "scripted") return null;
  const apiKey = (await openWriterKey(scope)) ?? "";
  return { provider, model, apiKey, baseUrl, allowPrivate: env().ALLOW_PRIVATE_ADDRESSES };
}

// Tokens that answers under way may yet take, by tenant: they are in no row so far.
const store = globalThis as typeof globalThis & { comebackWriterTokens?: Map<string, number> };

export function tokensUnderWay(tenantId: string): number {
  return store.comebackWriterTokens?.get(tenantId) ?? 0;
}

function addUnderWay(tenantId: string, tokens: number): void {
  store.comebackWriterTokens ??= new Map();
  const sum = tokensUnderWay(tenantId) + tokens;
  if (sum > 0) store.comebackWriterTokens.set(tenantId, sum);
  else store.comebackWriterTokens.delete(tenantId);
}

/**
 * Lends the tenant's writer to `work`. What its answers may take is held back from the budget until `work` is done, which
 * is when their rows are stored. `underWay` is what was held back before the month was read.
 */
export async function withTenantWriter<T>(
  tenantId: string,
  { settings, model, usedTokens }: TenantWriter & { model: ModelAddress },
  underWay: number,
  work: (writer: Writer, config: LanguageModelConfig) => Promise<T>,
): Promise<T> {
  let mine = 0;
  const mayUse = async (more: number) => {
    const others = Math.max(underWay, tokensUnderWay(tenantId) - mine);
    if (isBudgetSpent(settings.monthlyTokens, { used: usedTokens, underWay: others + mine, more })) return false;
    mine += more;
    addUnderWay(tenantId, more);
    return true;
  };
  const { concurrency, requestsPerMinute, temperature, mode } = settings;
  const pace = { name: `${tenantId} ${model.provider} ${model.baseUrl ?? ""}`, concurrency, requestsPerMinute };
  const forPattern = mode === "economy";
  const asked = { ...model, temperature, prices: settings, pace, mayUse, forPattern };
  try {
    return await work(writerFor({ kind: "language_model", ...asked }), asked);
  } finally {
    addUnderWay(tenantId, -mine);
  }
}
