import type { Brief, Words } from "#domain/draft.ts";
import type { WordsOverride } from "#domain/experiment/apply-arms.ts";
import { inspect } from "#domain/inspect.ts";
import type { Attempt } from "#integrations/writer.ts";
import { writeWords } from "./write-words.ts";

type Asked = { tenantId: string; brief: Brief; pattern: string; decisionId: string; override: WordsOverride | null };
type Store<T> = (attempts: Attempt[]) => Promise<T>;

/**
 * Words as an experiment's arm says them, where it says any: inspected against this cart's facts like all others. What does
 * not pass is kept as a try, and the step's own words go out instead; the contact still counts to its arm.
 */
export async function writeArmWords<T>(asked: Asked, now: Date, store: Store<T>): Promise<T> {
  const { override, brief, ...rest } = asked;
  if (!override) return writeWords({ brief, ...rest }, now, store);
  if (override.words) {
    const said = { ...override.words, subject: override.subject ?? override.words.subject };
    const first = armAttempt(said, brief);
    if (stands(first)) return store([first]);
    return writeWords({ brief, ...rest }, now, (attempts) => store([first, ...attempts]));
  }
  return writeWords({ brief, ...rest }, now, (attempts) => store(withSubject(attempts, override.subject, brief)));
}

/** The last try under the arm's subject; where that does not pass, it is kept as a try before the one that does. */
function withSubject(attempts: Attempt[], subject: string | undefined, brief: Brief): Attempt[] {
  const last = attempts.at(-1);
  if (!last?.written || subject === undefined) return attempts;
  const words = { ...last.written.words, subject };
  const changed: Attempt = { ...last, written: { ...last.written, words }, findings: inspect(words, brief) };
  const before = attempts.slice(0, -1);
  return stands(changed) ? [...before, changed] : [...before, armAttempt(words, brief), last];
}

function armAttempt(words: Words, brief: Brief): Attempt {
  const free = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costMicros: 0, latencyMs: 0 };
  const by = { writer: "member" as const, model: null, promptVersion: "experiment", currency: null, confidence: null };
  const written = { ...free, ...by, words, subjects: [words.subject] };
  return { written, fallbackReason: null, findings: inspect(words, brief) };
}

function stands(attempt: Attempt): boolean {
  return attempt.findings.every((finding) => finding.severity !== "block");
}
