import type { LanguageModel } from "ai";
import type { Brief, Spent, Written } from "#domain/draft.ts";
import { costOf, type TokenPrices, type TokenUse } from "#domain/writer-settings.ts";
import { type Pulse, realPulse } from "../pace.ts";
import { type WriteOptions, type Writer, WriterFault } from "../writing.ts";
import { faultInAnswer, salvage, salvageParagraphs } from "./answer.ts";
import { answerInstructions, answerPromptFor, answerPromptVersion } from "./answer-prompt.ts";
import { type Asked, ask, type Form, type Reply } from "./ask.ts";
import type { CallFault } from "./faults.ts";
import { type Gate, gateOf, usualGate } from "./gate.ts";
import { gateNamed } from "./gates.ts";
import { mostOutputTokens } from "./limits.ts";
import { type ModelAddress, modelOf } from "./model-of.ts";
import { instructions, promptFor, promptVersionOf } from "./prompt.ts";

/**
 * `timeoutMs` bounds one call with all its retries (30 s unless said); `maxRetries` is for 429 and 5xx (2 unless said).
 * `pace` is shared by all who give it the same name: so many at once and a minute, and one breaker. `mayUse` is asked before each call with the most
 * tokens that it may take; a no ends in `budget_spent`. `forPattern` asks for words that serve many carts.
 */
export type LanguageModelConfig = ModelAddress & {
  temperature?: number | null;
  prices?: TokenPrices;
  pace?: { name: string; concurrency: number; requestsPerMinute: number };
  mayUse?: (tokens: number) => Promise<boolean>;
  forPattern?: boolean;
  timeoutMs?: number;
  maxRetries?: number;
  pulse?: Pulse;
};

const unlimited = { concurrency: 1_000, requestsPerMinute: 600_000, ...usualGate };
const unknownPrices = { inputPrice: null, cachedInputPrice: null, outputPrice: null, priceCurrency: null };

/** A writer that asks a language model for words; whatever goes wrong comes out as a WriterFault with a named reason. */
export function languageModelWriter(config: LanguageModelConfig): Writer {
  const model = modelOf(config);
  const gate = config.pace ? gateNamed(config.pace.name, { ...usualGate, ...config.pace }) : gateOf(unlimited);
  return {
    name: "language_model",
    write: async (brief, options) => {
      if (!model) throw new WriterFault("not_configured");
      return write(brief, options, { ...config, answers: model, gate });
    },
  };
}

type Ready = LanguageModelConfig & { answers: LanguageModel; gate: Gate };

async function write(brief: Brief, options: WriteOptions, config: Ready): Promise<Written> {
  const { forPattern = false, gate } = config;
  const form = brief.answer ? "answer" : "message";
  const { corrections } = options;
  const prompt = brief.answer ? answerPromptFor(brief, corrections) : promptFor(brief, { corrections, forPattern });
  if (config.mayUse && !(await config.mayUse(mostTokens(form, prompt)))) throw new WriterFault("budget_spent");
  const refused = await gate.enter();
  if (refused) throw new WriterFault(refused);
  const started = performance.now();
  const reply = await askInside({ form, prompt }, options.signal, config);
  const latencyMs = Math.round(performance.now() - started);
  if ("reason" in reply) throw new WriterFault(reply.reason, { cause: reply.cause });
  return wordsIn(form, reply, spentOn(reply.tokens, { ...config, form, forPattern, latencyMs }));
}

/** No tokenizer makes more tokens than a third of the bytes of such texts; the answer is bounded by the request. */
function mostTokens(form: Form, prompt: string): number {
  const told = form === "answer" ? answerInstructions : instructions;
  return Math.ceil(Buffer.byteLength(told + prompt) / 3) + mostOutputTokens;
}

async function askInside(
  asking: { form: Form; prompt: string },
  signal: AbortSignal | undefined,
  config: Ready,
): Promise<Reply | CallFault> {
  const { gate, answers, temperature, pulse = realPulse, timeoutMs = 30_000, maxRetries = 2 } = config;
  let outcome: "answered" | "fault" | "left" = "left";
  try {
    const asked: Asked = { ...asking, model: answers, temperature, signal, timeoutMs, maxRetries, pulse };
    const reply = await ask(asked);
    const fault = "reason" in reply ? reply : null;
    if (fault?.retryAfterMs) gate.holdBack(fault.retryAfterMs);
    outcome = !fault ? "answered" : fault.isProviders ? "fault" : "left";
    return reply;
  } finally {
    gate.leave(outcome);
  }
}

function spentOn(tokens: TokenUse, of: Ready & { form: Form; forPattern: boolean; latencyMs: number }): Spent {
  const prices = of.prices ?? unknownPrices;
  const cost = costOf(tokens, prices);
  return {
    ...tokens,
    model: of.model,
    promptVersion: of.form === "answer" ? answerPromptVersion : promptVersionOf(of.forPattern),
    costMicros: cost ?? 0,
    currency: cost === null ? null : prices.priceCurrency,
    latencyMs: of.latencyMs,
  };
}

function wordsIn(form: Form, reply: Reply, spent: Spent): Written {
  const fault = faultInAnswer(reply);
  if (fault) throw new WriterFault(fault, { spent });
  const answer = form === "answer" ? salvageParagraphs(reply.text) : salvage(reply.text);
  if (!answer) throw new WriterFault("malformed_output", { spent });
  return { ...answer, ...spent, writer: "language_model", confidence: null };
}
