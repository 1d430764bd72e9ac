import type { Finding, Words } from "#domain/draft.ts";
import { inspect } from "#domain/inspect.ts";
import { frames } from "../../domain/inspect/frame-cases.ts";
import type { EvalCase } from "./cases.ts";
import { briefIn } from "./situations.ts";

/** A case with what inspection said; `right` when a bad one was blocked or a good one passed without any finding. */
export type Judged = { case: EvalCase; findings: Finding[]; right: boolean };

export function judge(given: EvalCase): Judged {
  const findings = inspect(wordsOf(given), briefIn(given.facts, given.language));
  const blocked = findings.some((finding) => finding.severity === "block");
  return { case: given, findings, right: given.verdict === "bad" ? blocked : findings.length === 0 };
}

/** The sentence in its field, the rest being words that say nothing. */
export function wordsOf({ language, field, text }: EvalCase): Words {
  const frame = frames[language];
  if (field !== "body") return { ...frame, paragraphs: [frame.preheader], [field]: text };
  return { ...frame, paragraphs: [text] };
}
