"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { messageOf, readJson, writeJson } from "#app/requests.ts";
import { type BulkOutcome, bulkLimit, type QueuePage, type QueueRow, samplesNeeded } from "#domain/draft-queue.ts";
import { filterParams, type Narrowing } from "./asked.ts";

type Member = Pick<QueueRow, "id" | "wordsHash" | "holds" | "findings">;
type Cluster = { pattern: string; label: string; members: Member[]; samples: string[]; seen: ReadonlySet<string> };
type Start = { filter: Narrowing; row: QueueRow; selected: ReadonlySet<string>; label: string };
type Progress = { done: number; outcomes: BulkOutcome[] };

/** Approving many alike: gathers the cluster, leads through a sample of it, then approves it part by part. */
export function useCluster(on: { show: (draftId: string) => void; approved: (draftIds: string[]) => void }) {
  const client = useQueryClient();
  const [cluster, setCluster] = useState<Cluster | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);

  const start = async (asked: Start) => {
    try {
      const found = await clusterOf(asked);
      if (!found) return void toast.error("None of the selected drafts is of this pattern");
      setProgress(null);
      setCluster(found);
      on.show(found.samples[0] ?? asked.row.id);
    } catch (error) {
      toast.error("The cluster could not be gathered", { description: messageOf(error) });
    }
  };
  const seen = (draftId: string) =>
    setCluster((now) => {
      const isNew = now?.samples.includes(draftId) && !now.seen.has(draftId);
      return now && isNew ? { ...now, seen: new Set(now.seen).add(draftId) } : now;
    });
  const nextSample = () => {
    const next = cluster?.samples.find((id) => !cluster.seen.has(id));
    if (next) on.show(next);
  };
  const approve = async () => {
    if (!cluster || progress) return;
    const outcomes: BulkOutcome[] = [];
    setProgress({ done: 0, outcomes });
    for (let at = 0; at < cluster.members.length; at += bulkLimit) {
      const part = cluster.members.slice(at, at + bulkLimit);
      outcomes.push(...(await approvePart(cluster, part)));
      setProgress({ done: at + part.length, outcomes: [...outcomes] });
    }
    on.approved(outcomes.flatMap(({ id, kind }) => (kind === "approved" ? [id] : [])));
    await client.invalidateQueries({ queryKey: ["drafts"] });
  };
  const close = () => {
    setCluster(null);
    setProgress(null);
  };
  return { cluster, progress, start, seen, nextSample, approve, close };
}

async function clusterOf({ filter, row, selected, label }: Start): Promise<Cluster | null> {
  const all = await gather({ ...filter, pattern: row.pattern });
  const members = selected.size > 0 ? all.filter(({ id }) => selected.has(id)) : all;
  const samples = spread(members, samplesNeeded(members.length));
  return members.length > 0 ? { pattern: row.pattern, label, members, samples, seen: new Set() } : null;
}

async function gather(filter: Narrowing): Promise<Member[]> {
  const members: Member[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const query = filterParams(filter);
    query.set("limit", "200");
    if (after) query.set("after", after);
    const page: QueuePage = await readJson<QueuePage>(`/api/drafts?${query}`);
    members.push(...page.rows);
    after = page.next;
  }
  return members;
}

/** Drafts from all over the cluster, so that its end is not approved by its beginning. */
function spread(members: Member[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => members[Math.floor((index * members.length) / count)]?.id ?? "");
}

async function approvePart({ pattern, samples }: Cluster, part: Member[]): Promise<BulkOutcome[]> {
  const drafts = part.map(({ id, wordsHash }) => ({ id, wordsHash }));
  try {
    const body = { pattern, drafts, sampled: samples };
    const { outcomes } = await writeJson<{ outcomes: BulkOutcome[] }>("POST", "/api/drafts/bulk-review", body);
    return outcomes;
  } catch (error) {
    const message = messageOf(error);
    return part.map(({ id }) => ({ id, kind: "refused", reason: "invalid", message }));
  }
}
