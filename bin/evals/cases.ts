import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { languages } from "#domain/language.ts";
import { passed } from "../../domain/inspect/passed-cases.ts";
import { refused } from "../../domain/inspect/refused-cases.ts";
import { situations } from "./situations.ts";

const folder = join(fileURLToPath(new URL(".", import.meta.url)), "cases");

/**
 * `known` stands beside the code; `tuning` is looked at while the lexicons grow; of `sealed` only totals are looked at;
 * `fresh` and `last` were written after they had grown: their first runs measure what inspection does with words never met.
 */
export const parts = ["known", "tuning", "sealed", "fresh", "last"] as const;
export type Part = (typeof parts)[number];

const row = z.object({
  verdict: z.enum(["good", "bad"]),
  kind: z.string().min(1),
  facts: z.string().refine((name) => name in situations, "is no situation"),
  field: z.enum(["body", "subject", "preheader", "heading", "button", "postscript"]),
  text: z.string().min(1),
  meaning: z.string(),
});

/** One judged sentence: what it says without a fact (`meaning`), or that nothing is wrong with it. */
export type EvalCase = z.infer<typeof row> & { language: (typeof languages)[number]; part: Part };

/** All judged sentences outside the domain's own. */
export function heldOutCases(): EvalCase[] {
  const written = languages.flatMap((language) => read(`${language}.tsv`, language, halfOf));
  const later = (["fresh", "last"] as const).flatMap((part) =>
    languages.flatMap((language) => read(`${part}/${language}.tsv`, language, () => part)),
  );
  return [...written, ...later];
}

/** How many sentences stand beside the domain's code, where each is a test of its own. */
export const knownCases = { good: passed.length, bad: refused.length };

function read(file: string, language: EvalCase["language"], partOf: (text: string) => Part): EvalCase[] {
  const [head = "", ...lines] = readFileSync(join(folder, file), "utf8").trimEnd().split("\n");
  const columns = head.split("\t");
  return lines.map((line, index) => {
    const cells = line.split("\t");
    const parsed = row.safeParse(Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? "").trim()])));
    if (!parsed.success) throw new Error(`${file}:${index + 2} ${z.prettifyError(parsed.error)}`);
    const { text, verdict, meaning } = parsed.data;
    if (verdict === "bad" && !meaning) throw new Error(`${file}:${index + 2} says not what is untrue`);
    return { ...parsed.data, language, part: partOf(text) };
  });
}

/** A coin that falls the same way each time, so that nobody chooses which half a sentence is in. */
function halfOf(text: string): Part {
  return ((createHash("sha256").update(text).digest()[0] ?? 0) & 1) === 1 ? "tuning" : "sealed";
}
