import type { EconomicsBasis } from "#domain/writer-economics.ts";
import type { WriterChoice, WriterMode } from "#domain/writer-settings.ts";

export const writerChoiceLabels: Record<WriterChoice, string> = {
  installation: "What this installation is set up with",
  scripted: "The scripted writer, no language model",
  anthropic: "Anthropic",
  openai: "OpenAI",
  google: "Google",
  "openai-compatible": "An OpenAI-compatible server (Ollama, vLLM, others)",
};

export const writerModeLabels: Record<WriterMode, string> = {
  personal: "Personal",
  economy: "Economy",
};

export const writerModeHints: Record<WriterMode, string> = {
  personal: "Every cart has its own words, which may name what is in it.",
  economy:
    "Carts of the same step, language, segment and incentive share a few drafts. Slots fill in what is their own.",
};

export const basisLabels: Record<EconomicsBasis, string> = {
  drafts: "From your own drafts of the last 30 days, at the prices above.",
  try: "From your latest try, at the prices above. Drafts will make it exact.",
  nothing: "Nothing was written by a model yet. Try it, and there will be an estimate.",
};
