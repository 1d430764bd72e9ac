import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModel } from "ai";
import type { WriterProvider } from "#domain/writer-settings.ts";
import { publicFetch } from "../public-fetch.ts";

/** `allowPrivate` lets `baseUrl` be one of this machine and its network: so it is where the operator set it. */
export type ModelAddress = {
  provider: WriterProvider;
  model: string;
  apiKey: string;
  baseUrl?: string | null;
  allowPrivate?: boolean;
};

/** The model behind an address; null when a key or a base URL is missing that its provider needs. */
export function modelOf(address: ModelAddress): LanguageModel | null {
  const { provider, model, apiKey } = address;
  if (!model || (!apiKey && provider !== "openai-compatible")) return null;
  const baseURL = address.baseUrl ?? undefined;
  const given = { apiKey, baseURL, fetch: publicFetch({ allowPrivate: address.allowPrivate ?? false }) };
  if (provider === "anthropic") return createAnthropic(given)(model);
  if (provider === "openai") return createOpenAI(given)(model);
  if (provider === "google") return createGoogleGenerativeAI(given)(model);
  if (!baseURL) return null;
  // Without the flag the schema would reach the model nowhere, not even in the prompt.
  return createOpenAICompatible({ ...given, baseURL, name: "compatible", supportsStructuredOutputs: true })(model);
}
