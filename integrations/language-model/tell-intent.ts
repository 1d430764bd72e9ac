import type { FallbackReason } from "#domain/draft.ts";
import type { Intent } from "#domain/inbox.ts";
import { costOf, type TokenUse } from "#domain/writer-settings.ts";
import { realPulse } from "../pace.ts";
import { faultInAnswer } from "./answer.ts";
import { ask, type Reply } from "./ask.ts";
import { usualGate } from "./gate.ts";
import { gateNamed } from "./gates.ts";
import { intentInstructions, intentPromptFor, intentSchema } from "./intent-prompt.ts";
import type { LanguageModelConfig } from "./language-model-writer.ts";
import { mostOutputTokens } from "./limits.ts";
import { modelOf } from "./model-of.ts";

/** `intent` is null where the mail wants nothing of the kind, or `fault` says why the model gave no answer. */
export type ToldByModel = {
  intent: Intent | null;
  fault: FallbackReason | null;
  tokens: TokenUse;
  costMicros: number;
  costCurrency: string | null;
  latencyMs: number;
};

const nothing: TokenUse = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };

/** Asks a model what the writer of a mail wants: one word of a closed list, or nothing. Never throws. */
export async function tellIntent(
  config: LanguageModelConfig,
  mail: { subject: string; text: string },
): Promise<ToldByModel> {
  const { pulse = realPulse, timeoutMs = 15_000, maxRetries = 1, temperature, pace } = config;
  const failed = (fault: FallbackReason, tokens = nothing, latencyMs = 0): ToldByModel => ({
    ...{ intent: null, fault, tokens, latencyMs },
    ...costs(config, tokens),
  });
  const model = modelOf(config);
  if (!model) return failed("not_configured");
  const prompt = intentPromptFor(mail);
  const most = Math.ceil(Buffer.byteLength(intentInstructions + prompt) / 3) + mostOutputTokens;
  if (config.mayUse && !(await config.mayUse(most))) return failed("budget_spent");
  const gate = pace ? gateNamed(pace.name, { ...usualGate, ...pace }) : null;
  const refused = gate ? await gate.enter() : null;
  if (refused) return failed(refused);
  const started = performance.now();
  let outcome: "answered" | "fault" | "left" = "left";
  try {
    const reply = await ask({ form: "intent", prompt, model, temperature, timeoutMs, maxRetries, pulse });
    const latencyMs = Math.round(performance.now() - started);
    outcome = !("reason" in reply) ? "answered" : reply.isProviders ? "fault" : "left";
    if ("reason" in reply) return failed(reply.reason, nothing, latencyMs);
    const intent = intentIn(reply);
    if (intent === undefined) return failed(faultInAnswer(reply) ?? "malformed_output", reply.tokens, latencyMs);
    return { intent, fault: null, tokens: reply.tokens, latencyMs, ...costs(config, reply.tokens) };
  } finally {
    gate?.leave(outcome);
  }
}

function intentIn(reply: Reply): Intent | null | undefined {
  const json = /\{[^{}]{0,200}\}/.exec(reply.text)?.[0];
  if (!json || faultInAnswer(reply)) return undefined;
  const parsed = intentSchema.safeParse(jsonOf(json));
  if (!parsed.success) return undefined;
  return parsed.data.intent === "none" ? null : parsed.data.intent;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function costs({ prices }: LanguageModelConfig, tokens: TokenUse) {
  const cost = prices ? costOf(tokens, prices) : null;
  return { costMicros: cost ?? 0, costCurrency: cost === null ? null : (prices?.priceCurrency ?? null) };
}
