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
import { type BulkOutcome, sampleHours, sampleSize } from "#domain/draft-queue.ts";
import { type Announcement, announce } from "#inngest/events.ts";
import { reviewed, storeVerdict } from "#inngest/review-draft.ts";

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

type Told = { outcome: BulkOutcome; announcement: Announcement | null };

/**
 * Approves the drafts of a cluster one by one, each as a verdict of its own: what one of them meets stops no other. Their
 * runs are told together, at the end; whom that does not reach the sweep does.
 */
export async function approveCluster(scope: Scope, asked: Cluster, now: Date): Promise<BulkOutcome[]> {
  const { by, pattern } = asked;
  const ids = asked.drafts.map(({ id }) => id);
  const known = await readCluster(scope, { ids: [...new Set([...ids, ...asked.sampled])], memberId: by.id });
  const fault = sampleFault({ ...asked, drafts: ids, known }, now);
  if (fault) throw new AppError("invalid", faults[fault], "sampled");
  const told: Told[] = [];
  for (const draft of asked.drafts)
    told.push(await approveOne(by, { ...draft, known: known.get(draft.id), pattern }, now));
  const announcements = told.flatMap(({ announcement }) => announcement ?? []);
  if (announcements.length > 0) await announce(announcements).catch(() => undefined);
  return told.map(({ outcome }) => outcome);
}

type One = { id: string; wordsHash: string; known: ClusterDraft | undefined; pattern: string };

async function approveOne(by: Approver, { id, wordsHash, known, pattern }: One, now: Date): Promise<Told> {
  const reason = clusterRefusal(known, pattern, now);
  if (reason) return { outcome: { id, kind: "refused", reason, message: refusals[reason] }, announcement: null };
  try {
    const verdict = { draftId: id, verdict: "approved" as const, wordsHash };
    const given = await storeVerdict(by.tenantId, verdict, { kind: "member", id: by.id }, now);
    const announcement = reviewed(by.tenantId, given);
    if (given.kind === "outdated") return { outcome: refusedBy(id, given.error), announcement };
    const waitsForSecond = given.state === "waiting" || given.state === "edited";
    return { outcome: { id, kind: "approved", waitsForSecond }, announcement };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { outcome: refusedBy(id, error), announcement: null };
  }
}

function refusedBy(id: string, { code, message }: AppError): BulkOutcome {
  const reason = code === "not_found" || code === "forbidden" || code === "invalid" ? code : "conflict";
  return { id, kind: "refused", reason, message };
}
