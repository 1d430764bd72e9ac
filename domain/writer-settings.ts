/** Providers of language models; the last one is any server that speaks OpenAI's chat completions. */
export const writerProviders = ["anthropic", "openai", "google", "openai-compatible"] as const;
export type WriterProvider = (typeof writerProviders)[number];

/** What a tenant may choose: the installation's own writer, the scripted one, or a provider with its own key. */
export const writerChoices = ["installation", "scripted", ...writerProviders] as const;
export type WriterChoice = (typeof writerChoices)[number];

/** `personal` writes for each cart; `economy` lets one draft of a pattern serve many. */
export const writerModes = ["personal", "economy"] as const;
export type WriterMode = (typeof writerModes)[number];

/** Prices of a million tokens, in millionths of the currency's unit: 3 € are 3_000_000. Null is unknown. */
export type TokenPrices = {
  inputPrice: number | null;
  cachedInputPrice: number | null;
  outputPrice: number | null;
  priceCurrency: string | null;
};

/** How a tenant has its messages written. `monthlyTokens` is a hard stop over tokens in and out; null is none. */
export type WriterSettings = TokenPrices & {
  provider: WriterChoice;
  model: string;
  baseUrl: string | null;
  temperature: number | null;
  monthlyTokens: number | null;
  concurrency: number;
  requestsPerMinute: number;
  mode: WriterMode;
  reuseDays: number;
  variants: number;
};

/** What holds until a tenant chooses: the installation's writer, each cart its own words, no budget, prices unknown. */
export const defaultWriterSettings: WriterSettings = {
  provider: "installation",
  model: "",
  baseUrl: null,
  temperature: null,
  monthlyTokens: null,
  inputPrice: null,
  cachedInputPrice: null,
  outputPrice: null,
  priceCurrency: null,
  concurrency: 4,
  requestsPerMinute: 60,
  mode: "personal",
  reuseDays: 14,
  variants: 5,
};

/** Tokens of one answer; `cachedInputTokens` are part of `inputTokens`. */
export type TokenUse = { inputTokens: number; cachedInputTokens: number; outputTokens: number };

/**
 * What tokens cost, in millionths of the currency's unit, rounded up to a whole one; null when a price is unknown that
 * they need. Cached tokens without a price of their own cost as much as others.
 */
export function costOf(use: TokenUse, prices: TokenPrices): number | null {
  const { inputPrice, outputPrice, priceCurrency } = prices;
  if (inputPrice === null || outputPrice === null || priceCurrency === null) return null;
  const cached = Math.min(use.cachedInputTokens, use.inputTokens);
  const cachedPrice = prices.cachedInputPrice ?? inputPrice;
  const perMillion = (use.inputTokens - cached) * inputPrice + cached * cachedPrice + use.outputTokens * outputPrice;
  return Math.ceil(perMillion / 1_000_000);
}

/** Whether a budget has no room for `more` tokens beside those used and those that answers under way may yet use. */
export function isBudgetSpent(
  monthlyTokens: number | null,
  { used, underWay, more }: { used: number; underWay: number; more: number },
): boolean {
  return monthlyTokens !== null && used + underWay + more > monthlyTokens;
}
