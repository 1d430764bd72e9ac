import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, type LanguageModel, NoObjectGeneratedError, Output } from "ai";
import type { Brief, Written } from "#domain/draft.ts";
import { type WriteOptions, type Writer, WriterFault } from "../writing.ts";
import { type Answer, salvage, wordsSchema } from "./answer.ts";
import { faultOf } from "./faults.ts";
import { instructions, promptFor, promptVersion } from "./prompt.ts";

// The SDK would print its warnings, with parts of prompts in them, to standard error.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** `timeoutMs` bounds one call with all its retries (30 s unless said); `maxRetries` is for 429 and 5xx (2 unless said). */
export type LanguageModelConfig = {
  provider: "anthropic" | "openai" | "openai-compatible";
  model: string;
  apiKey: string;
  baseUrl?: string;
  timeoutMs?: number;
  maxRetries?: number;
};

/** A writer that asks a language model for words; whatever goes wrong comes out as a WriterFault with a named reason. */
export function languageModelWriter(config: LanguageModelConfig): Writer {
  const model = modelOf(config);
  return {
    name: "language_model",
    write: async (brief, options) => {
      if (!model) throw new WriterFault("not_configured");
      return write(brief, options, { ...config, answers: model });
    },
  };
}

async function write(
  brief: Brief,
  options: WriteOptions,
  config: LanguageModelConfig & { answers: LanguageModel },
): Promise<Written> {
  const started = performance.now();
  const timeout = AbortSignal.timeout(config.timeoutMs ?? 30_000);
  const answer = await ask(promptFor(brief, options.corrections), {
    model: config.answers,
    maxRetries: config.maxRetries ?? 2,
    abortSignal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
  });
  return {
    ...answer,
    writer: "language_model",
    model: config.model,
    promptVersion,
    cachedInputTokens: 0,
    costMicros: 0,
    currency: null,
    confidence: null,
    latencyMs: Math.round(performance.now() - started),
  };
}

async function ask(
  prompt: string,
  request: { model: LanguageModel; abortSignal: AbortSignal; maxRetries: number },
): Promise<Answer> {
  try {
    const result = await generateText({
      ...request,
      prompt,
      output: Output.object({ schema: wordsSchema, name: "words" }),
      // The instructions never change, so that a provider that keeps prefixes pays for them once.
      instructions: {
        role: "system",
        content: instructions,
        providerOptions: { anthropic: { cacheControl: { type: "ephemeral" } } },
      },
      maxOutputTokens: 2_000,
    });
    if (result.finishReason === "content-filter") throw new WriterFault("refused");
    return salvage(result.text, result.usage);
  } catch (error) {
    if (error instanceof WriterFault) throw error;
    const unread = NoObjectGeneratedError.isInstance(error) && error.finishReason !== "content-filter";
    if (unread && error.text) return salvage(error.text, error.usage);
    throw faultOf(error, request.abortSignal);
  }
}

function modelOf({ provider, model, apiKey, baseUrl }: LanguageModelConfig): LanguageModel | null {
  if (!apiKey && provider !== "openai-compatible") return null;
  if (provider === "anthropic") return createAnthropic({ apiKey, baseURL: baseUrl })(model);
  if (provider === "openai") return createOpenAI({ apiKey, baseURL: baseUrl })(model);
  if (!baseUrl) return null;
  // Without the flag the schema would reach the model nowhere, not even in the prompt.
  return createOpenAICompatible({ name: "local", apiKey, baseURL: baseUrl, supportsStructuredOutputs: true })(model);
}
