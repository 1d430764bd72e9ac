import type { Brief, FallbackReason, Finding, Spent, Written } from "#domain/draft.ts";
import { inspect } from "#domain/inspect.ts";
import { withChosenSubject } from "#domain/subject.ts";
import { type LanguageModelConfig, languageModelWriter } from "./language-model/language-model-writer.ts";
import type { ModelAddress } from "./language-model/model-of.ts";
import { promptVersionOf } from "./language-model/prompt.ts";
import { type ToldByModel, tellIntent } from "./language-model/tell-intent.ts";
import { addressRefusal } from "./public-fetch.ts";
import { scriptedWriter } from "./scripted/scripted-writer.ts";
import { type WriteOptions, type Writer, WriterFault } from "./writing.ts";

export type { LanguageModelConfig, ModelAddress, ToldByModel, WriteOptions, Writer };
export { addressRefusal, tellIntent, WriterFault };

export type WriterConfig = { kind: "scripted" } | ({ kind: "language_model" } & LanguageModelConfig);

/** The version of the prompt by which words for a whole pattern are written. */
export const patternPromptVersion = promptVersionOf(true);

/** The writer that a configuration asks for. */
export function writerFor(config: WriterConfig): Writer {
  return config.kind === "scripted" ? scriptedWriter : languageModelWriter(config);
}

/**
 * One try at words. `written` is null when the writer gave none. `fallbackReason` says why that try failed or, on the
 * fallback's own try, why the writer before it was replaced. `spent` is what a try took that gave no words; `reusedFrom`
 * is the draft whose words these are.
 */
export type Attempt = {
  written: Written | null;
  fallbackReason: FallbackReason | null;
  findings: Finding[];
  spent?: Spent | null;
  reusedFrom?: string;
};

/**
 * Writes and inspects: a draft with a blocking finding is rewritten once with its findings told to the writer, then
 * replaced by the fallback's. Every try is kept, in order; the last one holds the words to use.
 */
export async function writeInspected(
  brief: Brief,
  { writer, fallback, seed, signal }: { writer: Writer; fallback: Writer; seed: string; signal?: AbortSignal },
): Promise<{ attempts: Attempt[] }> {
  const first = await attempt(brief, writer, { seed, signal });
  if (stands(first)) return { attempts: [first] };
  const attempts = [first];
  if (first.written) {
    const corrections = { words: first.written.words, findings: first.findings };
    attempts.push(await attempt(brief, writer, { seed, signal, corrections }));
  }
  const last = attempts.at(-1) ?? first;
  if (stands(last)) return { attempts };
  const instead = await attempt(brief, fallback, { seed });
  return { attempts: [...attempts, { ...instead, fallbackReason: last.fallbackReason ?? failureOf(last.findings) }] };
}

async function attempt(brief: Brief, writer: Writer, options: WriteOptions): Promise<Attempt> {
  try {
    const answer = await writer.write(brief, options);
    const words = withChosenSubject(answer.words, answer.subjects, { brief, seed: options.seed });
    const written = { ...answer, words };
    return { written, fallbackReason: null, findings: inspect(written.words, brief) };
  } catch (fault) {
    if (!(fault instanceof WriterFault)) throw fault;
    return { written: null, fallbackReason: fault.reason, findings: [], spent: fault.spent };
  }
}

function failureOf(findings: Finding[]): FallbackReason {
  return findings.some((finding) => finding.code === "wrong_language") ? "wrong_language" : "inspection_failed";
}

function stands(attempt: Attempt): boolean {
  return attempt.written !== null && attempt.findings.every((finding) => finding.severity !== "block");
}
