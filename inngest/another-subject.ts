import { finalDecision } from "#db/decisions.ts";
import { chosenDraft } from "#db/drafts.ts";
import type { Scope } from "#db/scope.ts";
import type { Brief } from "#domain/draft.ts";
import { inspect } from "#domain/inspect.ts";
import { messageSteps } from "#domain/sequence-graph.ts";
import { withAnotherSubject } from "#domain/subject.ts";
import type { Attempt } from "#integrations/writer.ts";
import type { Loaded } from "./load-snapshot.ts";

/** The subject of the message that this one is sent again for; null of every other message. */
export async function subjectBefore(
  scope: Scope,
  { graph, enrollment }: Loaded,
  position: number,
): Promise<string | null> {
  const messages = graph ? messageSteps(graph) : [];
  const first = messages.findIndex(({ id }) => id === messages[position]?.resendOf);
  const decision = first < 0 ? null : await finalDecision(scope, enrollment.id, first);
  return (decision && (await chosenDraft(scope, decision.id))?.words?.subject) ?? null;
}

/** Whoever did not open a message is not shown its subject again. */
export function underAnotherSubject(attempt: Attempt, { said, brief }: { said: string | null; brief: Brief }): Attempt {
  const { written } = attempt;
  if (said === null || !written) return attempt;
  const words = withAnotherSubject(written.words, written.subjects, { brief, said });
  if (words === written.words) return attempt;
  return { ...attempt, written: { ...written, words }, findings: inspect(words, brief) };
}
