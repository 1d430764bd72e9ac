import { generateText, type LanguageModel, NoObjectGeneratedError, Output } from "ai";
import type { TokenUse } from "#domain/writer-settings.ts";
import type { Pulse } from "../pace.ts";
import { paragraphsSchema, type Said, tokensOf, wordsSchema } from "./answer.ts";
import { answerInstructions } from "./answer-prompt.ts";
import { type CallFault, faultOf } from "./faults.ts";
import { intentInstructions, intentSchema } from "./intent-prompt.ts";
import { mostOutputTokens } from "./limits.ts";
import { instructions } from "./prompt.ts";

// The SDK would print its warnings, with parts of prompts in them, to standard error.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** What is asked for: a message to a shopper, the body of an answer to a mail, or what a mail wants. */
export type Form = "message" | "answer" | "intent";

const forms = {
  message: { schema: wordsSchema, name: "words", instructions },
  answer: { schema: paragraphsSchema, name: "answer", instructions: answerInstructions },
  intent: { schema: intentSchema, name: "intent", instructions: intentInstructions },
};

export type Asked = {
  form: Form;
  prompt: string;
  model: LanguageModel;
  temperature?: number | null;
  signal?: AbortSignal;
  timeoutMs: number;
  maxRetries: number;
  pulse: Pulse;
};

/** What a model answered, with what that took. */
export type Reply = Said & { tokens: TokenUse };

/**
 * Asks a model, again after a fault that may pass, and never sooner than the provider says. All tries together take no
 * longer than `timeoutMs`: a wait that would is not begun.
 */
export async function ask(asked: Asked): Promise<Reply | CallFault> {
  const { pulse, timeoutMs, maxRetries, signal } = asked;
  const endsAt = pulse.now() + timeoutMs;
  const timeout = AbortSignal.timeout(timeoutMs);
  const abort = signal ? AbortSignal.any([signal, timeout]) : timeout;
  for (let tries = 1; ; tries++) {
    const reply = await askOnce(asked, abort);
    if (!("reason" in reply) || !reply.mayRetry || tries > maxRetries) return reply;
    const waitMs = reply.retryAfterMs ?? 500 * 2 ** (tries - 1);
    if (pulse.now() + waitMs >= endsAt) return reply;
    await pulse.wait(waitMs);
  }
}

async function askOnce(
  { form, prompt, model, temperature }: Asked,
  abortSignal: AbortSignal,
): Promise<Reply | CallFault> {
  const { schema, name, instructions: told } = forms[form];
  try {
    const result = await generateText({
      model,
      prompt,
      abortSignal,
      maxRetries: 0,
      maxOutputTokens: mostOutputTokens,
      ...(temperature === null || temperature === undefined ? {} : { temperature }),
      output: Output.object<unknown>({ schema, name }),
      // The instructions never change, so that a provider that keeps prefixes pays for them once.
      instructions: {
        role: "system",
        content: told,
        providerOptions: { anthropic: { cacheControl: { type: "ephemeral" } } },
      },
    });
    const { text, finishReason, rawFinishReason, toolCalls, usage } = result;
    return { text, finishReason, rawFinishReason, calledTools: toolCalls.length > 0, tokens: tokensOf(usage) };
  } catch (error) {
    if (NoObjectGeneratedError.isInstance(error)) {
      const { text = "", finishReason = "other", usage } = error;
      return { text, finishReason, tokens: tokensOf(usage) };
    }
    return faultOf(error, abortSignal.aborted);
  }
}
