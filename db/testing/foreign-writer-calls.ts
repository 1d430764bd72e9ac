import { eq } from "drizzle-orm";
import { defaultWriterSettings } from "#domain/writer-settings.ts";
import { listReusable } from "../draft-reuse.ts";
import { drafts } from "../schema/messages.ts";
import type { Scope } from "../scope.ts";
import { readWriterEconomics } from "../writer-economics.ts";
import { getWriterSettings, openWriterKey, saveWriterSettings } from "../writer-settings.ts";
import { latestWriterTry, readWriterUsage, recordWriterTry, startOfMonth } from "../writer-usage.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";
import { briefOf } from "./foreign-words.ts";

const long = new Date("2020-01-01T00:00:00Z");
const name = (a: Owned) => a.shop.slice("shop_".length);

/** A model of the tenant's own, what it wrote, and a try of it. */
export async function tellWriter(
  scope: Scope,
  { draft, member }: Pick<Owned, "draft" | "member">,
  of: string,
  at: Date,
) {
  const own = { ...defaultWriterSettings, provider: "openai" as const, model: `model of ${of}` };
  await saveWriterSettings(scope, own, { apiKey: own.model, now: at });
  const tokens = { inputTokens: 1_000, cachedInputTokens: 0, outputTokens: 200, latencyMs: 900 };
  const made = { ...tokens, memberId: member, model: own.model, reason: null, costCurrency: "USD" };
  await recordWriterTry(scope, { ...made, costMicros: 900_000 + of.length }, at);
  const words = {
    model: own.model,
    promptVersion: "x",
    pattern: `pattern of ${of}`,
    writer: "language_model" as const,
  };
  const costs = {
    costMicros: 800_000 + of.length,
    costCurrency: "EUR",
    inputTokens: 60_000 + of.length,
    brief: briefOf,
  };
  await scope.db
    .update(drafts)
    .set({ ...words, ...costs })
    .where(eq(drafts.id, draft));
}

export const writerReads: Record<string, Call> = {
  getWriterSettings,
  latestWriterTry,
  listReusable: (b, a) =>
    listReusable(b, {
      pattern: `pattern of ${name(a)}`,
      model: `model of ${name(a)}`,
      promptVersion: "x",
      since: long,
    }),
  openWriterKey,
  readWriterEconomics: (b, _, now) => readWriterEconomics(b, { since: long, now, variants: 5, reuseDays: 14 }),
  readWriterUsage: (b) => readWriterUsage(b, long),
  startOfMonth: (b, _, now) => startOfMonth(b, now),
};

export const writerWrites: Record<string, Call> = {
  recordWriterTry: (b, a, now) => {
    const tokens = { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1, latencyMs: 1 };
    const of = { memberId: a.member, model: "theirs", reason: null, costMicros: 1, costCurrency: null };
    return recordWriterTry(b, { ...tokens, ...of }, now);
  },
  saveWriterSettings: (b, _, now) =>
    saveWriterSettings(b, { ...defaultWriterSettings, model: "theirs" }, { apiKey: "theirs", now }),
};
