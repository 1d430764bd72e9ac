import { plainWords, type TypedWords, wordsOf } from "#components/draft/edited-words.ts";
import { verdictLabels } from "#components/draft/labels.ts";
import type { Conflict } from "#components/draft/queue-banners.tsx";
import { formatTime } from "#components/ui/time.tsx";
import type { QueueDetail } from "#domain/draft-queue.ts";

/** Whether this person may decide on a draft as it stands. */
export function mayDecide(draft: QueueDetail, mayReview: boolean): boolean {
  return mayReview && draft.place === "waiting" && !draft.review;
}

/** What is said to somebody who was editing when another person decided. */
export function overtakenBy({ review }: QueueDetail, typed: TypedWords | null, zone: string): Conflict | null {
  if (!review || !typed) return null;
  const who = review.byPolicy ? "The policy" : (review.by ?? "Somebody");
  const at = formatTime(new Date(review.at), zone, "full");
  return {
    message: `${who} was first: ${verdictLabels[review.verdict].toLowerCase()}, ${at}.`,
    kept: plainWords(wordsOf(typed)),
  };
}
