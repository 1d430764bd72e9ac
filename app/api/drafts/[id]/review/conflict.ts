import { readVerdict } from "#db/draft-verdicts.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, errorStatus } from "#domain/app-error.ts";
import type { ReviewConflict } from "#domain/draft-queue.ts";
import type { Verdict } from "#domain/review.ts";

const did: Record<Verdict, string> = {
  approved: "approved",
  edited: "edited",
  rejected: "rejected",
  expired: "closed, because its deadline had passed,",
};

/** Gives a verdict; somebody who comes second is told who was first, with what and when, and loses nothing by it. */
export async function orConflict<T>(scope: Scope, draftId: string, give: () => Promise<T>): Promise<T | Response> {
  try {
    return await give();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    const first = await readVerdict(scope, draftId);
    if (!first) throw error;
    const body = { error: { code: error.code, message: sentence(first, error.message), conflict: first } };
    return Response.json(body, { status: errorStatus.conflict, headers: { "cache-control": "no-store" } });
  }
}

function sentence({ verdict, by, byPolicy, at }: ReviewConflict, refusal: string): string {
  const who = byPolicy ? "The policy" : (by ?? "Somebody who has left");
  return `${who} ${did[verdict]} this draft at ${at.slice(11, 16)} UTC on ${at.slice(0, 10)}. ${refusal}`;
}
