import { stepDueAt } from "#domain/sequence.ts";
import type { Story } from "./story.ts";
import type { Writing } from "./writing.ts";

type Entered = { story: Story; enrollmentId: string; contactId: string; arm: string; held: boolean };

/**
 * When a contact first came to what the experiment is about: its first message, or the moment at which it would have been
 * written to were it not held out. Returns when a held-out one must be asked that, null where it is known.
 */
export function writeExposure({ facts, rows, exposed }: Writing, entered: Entered): Date | null {
  const { story, enrollmentId, contactId, arm, held } = entered;
  const [first] = facts.steps;
  if (!first) return null;
  const at = held ? stepDueAt(story.abandonedAt, first) : (story.mails[0]?.decidedAt ?? null);
  if (!at) return null;
  if (held && at >= facts.now) return story.order ? null : at;
  const left = [story.order?.at, story.emptiedAt].some((end) => end && end <= at);
  if (left || exposed.has(contactId)) return null;
  exposed.add(contactId);
  const { tenantId, experimentId } = facts;
  rows.exposures.push({ tenantId, experimentId, contactId, arm, enrollmentId, stepId: first.id, at });
  return null;
}
