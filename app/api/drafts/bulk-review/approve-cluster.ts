import { readCluster } from "#db/draft-openings.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import {
  type ClusterDraft,
  type ClusterRefusal,
  clusterRefusal,
  type SampleFault,
  sampleFault,
} from "#domain/cluster-review.ts";
import { type BulkOutcome, type BulkRefusal, sampleHours, sampleSize } from "#domain/draft-queue.ts";
import { reviewDraft } from "#inngest/review-draft.ts";

type Cluster = { by: Approver; pattern: string; drafts: { id: string; wordsHash: string }[]; sampled: string[] };
type Approver = { kind: "member"; id: string; tenantId: string };

const faults: Record<SampleFault, string> = {
  too_few: `Read ${sampleSize} of the cluster first, or all of a smaller one`,
  not_in_pattern: "A draft of the sample is not of this pattern",
  not_opened: `Open each draft of the sample yourself; an opening counts for ${sampleHours} hours`,
  refused: "A draft of the sample was rejected or rewritten: read the others by themselves",
};

const refusals: Record<ClusterRefusal, string> = {
  not_found: "There is no such draft",
  not_in_pattern: "This draft is not of the pattern",
  not_opened: "The inspection flagged this draft: open it first",
};

/** Approves the drafts of a cluster one by one, each as a verdict of its own: what one of them meets stops no other. */
export async function approveCluster(scope: Scope, asked: Cluster, now: Date): Promise<BulkOutcome[]> {
  const { by, pattern } = asked;
  const ids = asked.drafts.map(({ id }) => id);
  const known = await readCluster(scope, { ids: [...new Set([...ids, ...asked.sampled])], memberId: by.id });
  const fault = sampleFault({ ...asked, drafts: ids, known }, now);
  if (fault) throw new AppError("invalid", faults[fault], "sampled");
  const outcomes: BulkOutcome[] = [];
  for (const draft of asked.drafts)
    outcomes.push(await approveOne(by, { ...draft, known: known.get(draft.id), pattern }, now));
  return outcomes;
}

type One = { id: string; wordsHash: string; known: ClusterDraft | undefined; pattern: string };

async function approveOne(by: Approver, { id, wordsHash, known, pattern }: One, now: Date): Promise<BulkOutcome> {
  const reason = clusterRefusal(known, pattern, now);
  if (reason) return { id, kind: "refused", reason, message: refusals[reason] };
  try {
    const verdict = { draftId: id, verdict: "approved" as const, wordsHash };
    const { state } = await reviewDraft(by.tenantId, verdict, { kind: "member", id: by.id }, now);
    return { id, kind: "approved", waitsForSecond: state === "waiting" || state === "edited" };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { id, kind: "refused", reason: refusalOf(error), message: error.message };
  }
}

function refusalOf({ code }: AppError): BulkRefusal {
  return code === "not_found" || code === "forbidden" || code === "invalid" ? code : "conflict";
}
