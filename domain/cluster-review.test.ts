import { expect, test } from "vitest";
import { type ClusterDraft, clusterRefusal, type SampleFault, sampleFault } from "./cluster-review.ts";

const now = new Date("2026-03-10T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const ids = (count: number) => Array.from({ length: count }, (_, at) => `drf_${at}`);
const opened: Omit<ClusterDraft, "id"> = { pattern: "p", findings: 0, openedAt: hoursAgo(1), refused: false };
const knownOf = (...drafts: ClusterDraft[]) => new Map(drafts.map((draft) => [draft.id, draft]));
const ten = ids(10);
const allOpened = knownOf(...ten.map((id) => ({ id, ...opened })));
const except = (change: Partial<ClusterDraft>) =>
  new Map(allOpened).set("drf_0", { id: "drf_0", ...opened, ...change });

test.each<[string, Parameters<typeof sampleFault>[0], SampleFault | null]>([
  ["five of ten", { pattern: "p", drafts: ten, sampled: ids(5), known: allOpened }, null],
  ["four of ten", { pattern: "p", drafts: ten, sampled: ids(4), known: allOpened }, "too_few"],
  ["one five times", { pattern: "p", drafts: ten, sampled: Array(5).fill("drf_0"), known: allOpened }, "too_few"],
  ["all of two", { pattern: "p", drafts: ids(2), sampled: ids(2), known: allOpened }, null],
  ["none of one", { pattern: "p", drafts: ids(1), sampled: [], known: allOpened }, "too_few"],
  ["none of none", { pattern: "p", drafts: [], sampled: [], known: allOpened }, null],
  ["samples beside those approved", { pattern: "p", drafts: ["drf_9"], sampled: ids(4), known: allOpened }, "too_few"],
  [
    "of another pattern",
    { pattern: "p", drafts: ten, sampled: ids(5), known: except({ pattern: "q" }) },
    "not_in_pattern",
  ],
  ["unknown", { pattern: "p", drafts: ten, sampled: ids(5), known: new Map() }, "not_in_pattern"],
  ["never opened", { pattern: "p", drafts: ten, sampled: ids(5), known: except({ openedAt: null }) }, "not_opened"],
  [
    "opened long ago",
    { pattern: "p", drafts: ten, sampled: ids(5), known: except({ openedAt: hoursAgo(25) }) },
    "not_opened",
  ],
  ["rejected", { pattern: "p", drafts: ten, sampled: ids(5), known: except({ refused: true }) }, "refused"],
])("a sample that is %s", (_rule, cluster, fault) => {
  expect(sampleFault(cluster, now)).toBe(fault);
});

test("what was flagged is approved with its cluster only by who has read it", () => {
  expect(clusterRefusal({ id: "a", ...opened, findings: 1, openedAt: null }, "p", now)).toBe("not_opened");
  expect(clusterRefusal({ id: "a", ...opened, findings: 1 }, "p", now)).toBe(null);
  expect(clusterRefusal({ id: "a", ...opened, openedAt: null }, "p", now)).toBe(null);
  expect(clusterRefusal({ id: "a", ...opened }, "q", now)).toBe("not_in_pattern");
  expect(clusterRefusal(undefined, "p", now)).toBe("not_found");
});
