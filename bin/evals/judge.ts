import type { Finding, Words } from "#domain/draft.ts";
import { inspect } from "#domain/inspect.ts";
import { frames } from "../../domain/inspect/frame-cases.ts";
import type { EvalCase } from "./cases.ts";
import { briefIn } from "./situations.ts";

/**
 * A case with what inspection said: `blocked` may not be sent unseen, `flagged` is shown to a person, `passed` goes out. A
 * bad one is right when it does not pass, a good one when it does.
 */
export type Judged = { case: EvalCase; findings: Finding[]; outcome: "blocked" | "flagged" | "passed"; right: boolean };

export function judge(given: EvalCase): Judged {
  const findings = inspect(wordsOf(given), briefIn(given.facts, given.language));
  const blocked = findings.some((finding) => finding.severity === "block");
  const outcome = blocked ? "blocked" : findings.length > 0 ? "flagged" : "passed";
  return { case: given, findings, outcome, right: (given.verdict === "good") === (outcome === "passed") };
}

/** The sentence in its field, the rest being words that say nothing. */
export function wordsOf({ language, field, text }: EvalCase): Words {
  const frame = frames[language];
  if (field !== "body") return { ...frame, paragraphs: [frame.preheader], [field]: text };
  return { ...frame, paragraphs: [text] };
}
