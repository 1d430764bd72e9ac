import { type BulkRefusal, sampleHours, samplesNeeded } from "./draft-queue.ts";

/** One draft as the approval of its cluster asks of it. `openedAt` is when the member who approves last had it open. */
export type ClusterDraft = { id: string; pattern: string; findings: number; openedAt: Date | null; refused: boolean };

export type ClusterRefusal = Extract<BulkRefusal, "not_found" | "not_in_pattern" | "not_opened">;
export type SampleFault = "too_few" | "not_in_pattern" | "not_opened" | "refused";

type Cluster = { pattern: string; drafts: string[]; sampled: string[]; known: Map<string, ClusterDraft> };

/**
 * Why a cluster may not be approved by its sample, or null. The sample is of the cluster, read by whoever approves within
 * the last day, and large enough; one of it that was rejected or rewritten speaks against the rest.
 */
export function sampleFault({ pattern, drafts, sampled, known }: Cluster, now: Date): SampleFault | null {
  const chosen = new Set(sampled);
  if (chosen.size < samplesNeeded(new Set([...drafts, ...sampled]).size)) return "too_few";
  const read = [...chosen].map((id) => known.get(id));
  if (read.some((draft) => draft?.pattern !== pattern)) return "not_in_pattern";
  if (!read.every((draft) => draft && isOpened(draft, now))) return "not_opened";
  return read.some((draft) => draft?.refused) ? "refused" : null;
}

/** Why one draft of a cluster is not approved with it, or null. What the inspection flagged is read by itself. */
export function clusterRefusal(draft: ClusterDraft | undefined, pattern: string, now: Date): ClusterRefusal | null {
  if (!draft) return "not_found";
  if (draft.pattern !== pattern) return "not_in_pattern";
  return draft.findings > 0 && !isOpened(draft, now) ? "not_opened" : null;
}

function isOpened({ openedAt }: ClusterDraft, now: Date): boolean {
  return openedAt !== null && now.getTime() - openedAt.getTime() <= sampleHours * 3_600_000;
}
