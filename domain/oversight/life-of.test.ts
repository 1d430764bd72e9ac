import { describe, expect, test } from "vitest";
import type { DraftLife, LifeEvent, Oversight } from "../draft-life.ts";
import { advance } from "../review.ts";
import { type Act, lifeOf, type StoredLife, type StoredMessage } from "./life-of.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const gated: Oversight = { mode: "gated", holds: ["gated"], approvals: 1, sampled: false };
const ann = { kind: "member", id: "mem_ann" } as const;
const ben = { kind: "member", id: "mem_ben" } as const;
const approvedBy = (by: typeof ann | typeof ben, hash = "h1"): Act => ({
  kind: "approved",
  by,
  hash,
  answer: { kind: "ok" },
});

const stored: StoredLife = {
  proposal: { hash: "h1", authorId: null },
  oversight: gated,
  dueAt: at(12),
  atDeadline: "drop",
  acts: [],
  message: null,
  ended: null,
};
const queued: StoredMessage = {
  hash: "h1",
  status: "queued",
  dueAt: at(10),
  attempts: 0,
  claim: null,
  claimedUntil: null,
  retaken: false,
  sentAt: null,
  reason: null,
};

describe("the rows say where a draft stands", () => {
  test.each<[string, Partial<StoredLife>, DraftLife["kind"]]>([
    ["nothing holds it", { oversight: { ...gated, mode: "monitored", holds: [] } }, "inspected"],
    ["it is held", {}, "waiting"],
    ["a person typed the words", { proposal: { hash: "h1", authorId: "mem_ann" } }, "edited"],
    ["a person approved these words", { acts: [approvedBy(ann)] }, "approved"],
    ["a person approved others", { acts: [approvedBy(ann, "h0")] }, "waiting"],
    ["the author approved", { proposal: { hash: "h1", authorId: "mem_ann" }, acts: [approvedBy(ann)] }, "edited"],
    [
      "one of two approved",
      { oversight: { ...gated, approvals: 2 }, acts: [approvedBy(ann), approvedBy(ann)] },
      "waiting",
    ],
    ["two approved", { oversight: { ...gated, approvals: 2 }, acts: [approvedBy(ann), approvedBy(ben)] }, "approved"],
    [
      "the approval was undone",
      { acts: [approvedBy(ann), { kind: "undone", by: ann, at: at(9), dueAt: at(12), hasEnded: false }] },
      "waiting",
    ],
    ["its message is queued", { acts: [approvedBy(ann)], message: queued }, "scheduled"],
    ["a message is queued that nobody cleared", { message: queued }, "waiting"],
    ["the queued message has other words", { acts: [approvedBy(ann)], message: { ...queued, hash: "h0" } }, "approved"],
    [
      "its message was taken out of the queue",
      { acts: [approvedBy(ann)], message: { ...queued, status: "held" } },
      "approved",
    ],
    ["it was taken back", { acts: [approvedBy(ann), { kind: "taken_back", by: ben, until: at(11) }] }, "held"],
    ["it was sent", { message: { ...queued, status: "sent", sentAt: at(10) }, ended: "ordered" }, "sent"],
    ["its enrollment ended", { ended: "ordered" }, "stopped"],
  ])("%s", (_rule, rows, kind) => {
    expect(lifeOf({ ...stored, ...rows }).kind).toBe(kind);
  });

  test("a claim that was taken over may have got through", () => {
    const message: StoredMessage = {
      ...queued,
      status: "sending",
      attempts: 2,
      claim: "run.1",
      claimedUntil: at(11),
      retaken: true,
    };
    const life = lifeOf({ ...stored, acts: [approvedBy(ann)], message });
    expect(life).toMatchObject({ kind: "scheduled", attempts: 2, claim: { run: "run.1", retaken: true } });
    expect(lifeOf({ ...stored, acts: [approvedBy(ann)], message, ended: "ordered" })).toMatchObject({
      mayHaveLeft: true,
    });
  });
});

test("a try that a plain mailer surely did not take leaves no doubt behind", () => {
  const message: StoredMessage = { ...queued, status: "sending", attempts: 2, claim: "run.2", claimedUntil: at(11) };
  expect(lifeOf({ ...stored, acts: [approvedBy(ann)], message })).toMatchObject({ claim: { retaken: false } });
});

test("the life that the rows give is the one that the events led to", () => {
  const judgement = { oversight: gated, dueAt: at(12), atDeadline: "drop" } as const;
  const story: LifeEvent[] = [
    { kind: "inspected", ...judgement },
    approvedBy(ann),
    { kind: "queued", leavesAt: at(10) },
    { kind: "claimed", at: at(10), run: "run.1", until: at(11) },
  ];
  let life: DraftLife = { kind: "written", proposal: stored.proposal };
  for (const event of story) {
    const next = advance(life, event);
    if (next.kind === "refused") throw new Error(next.reason);
    life = next;
  }
  const message: StoredMessage = { ...queued, status: "sending", attempts: 1, claim: "run.1", claimedUntil: at(11) };
  expect(lifeOf({ ...stored, acts: [approvedBy(ann)], message })).toEqual(life);
});
