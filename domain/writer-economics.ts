import { costOf, type TokenPrices, type TokenUse } from "./writer-settings.ts";

/**
 * What the last messages took and would have taken. `written` counts the decisions that a model wrote for, `use` all its
 * tokens for them, refused tries included; `economyDrafts` is how many drafts economy would have had written for `messages`.
 */
export type WriterEconomics = { messages: number; economyDrafts: number; written: number; use: TokenUse };

/** `costMicros` are millionths of the currency's unit, null while a price is unknown. */
export type PerThousand = { tokens: number; costMicros: number | null };

/** Where figures come from: the tenant's own drafts, one try, or nothing yet. */
export type EconomicsBasis = "drafts" | "try" | "nothing";

export type WriterCosts = { basis: EconomicsBasis; personal: PerThousand | null; economy: PerThousand | null };

/**
 * What a thousand messages take in both modes, at today's prices. From the tenant's own drafts where there are any, else
 * from one try. Economy is unknown without messages, for only they say how many carts share a pattern.
 */
export function costsPerThousand(seen: WriterEconomics, tried: TokenUse | null, prices: TokenPrices): WriterCosts {
  const basis = seen.written > 0 ? "drafts" : tried ? "try" : "nothing";
  const use = seen.written > 0 ? perDraft(seen) : tried;
  if (!use) return { basis, personal: null, economy: null };
  const share = seen.messages > 0 ? seen.economyDrafts / seen.messages : null;
  return {
    basis,
    personal: thousandOf(use, 1, prices),
    economy: share === null ? null : thousandOf(use, share, prices),
  };
}

function perDraft({ use, written }: WriterEconomics): TokenUse {
  return {
    inputTokens: use.inputTokens / written,
    cachedInputTokens: use.cachedInputTokens / written,
    outputTokens: use.outputTokens / written,
  };
}

function thousandOf(use: TokenUse, share: number, prices: TokenPrices): PerThousand {
  const times = (count: number) => Math.round(count * share * 1_000);
  const all = {
    inputTokens: times(use.inputTokens),
    cachedInputTokens: times(use.cachedInputTokens),
    outputTokens: times(use.outputTokens),
  };
  return { tokens: all.inputTokens + all.outputTokens, costMicros: costOf(all, prices) };
}
