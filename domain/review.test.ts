import { expect, test } from "vitest";
import type { DraftLife, Life, LifeEvent, Oversight } from "./draft-life.ts";
import { advance, deadlineActionFor, mayReview } from "./review.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const gated: Oversight = { mode: "gated", holds: ["gated"], approvals: 1, sampled: false };
const flagged: Oversight = { mode: "monitored", holds: ["finding"], approvals: 1, sampled: false };
const ann = { kind: "member", id: "mem_ann" } as const;
const ok = { kind: "ok" } as const;
const waiting: Life<"waiting"> = {
  kind: "waiting",
  proposal: { hash: "h1", authorId: null },
  oversight: gated,
  dueAt: at(12),
  atDeadline: "scripted",
  approvedBy: [],
};
const late: LifeEvent = { kind: "deadline_passed", at: at(12), fallbackHash: "h2", fallbackDueAt: at(14) };

test("the author of words never reviews them; the writer's drafts may be reviewed by anyone", () => {
  expect(mayReview({ id: "mem_1" }, { authorId: "mem_1" })).toBe(false);
  expect(mayReview({ id: "mem_2" }, { authorId: "mem_1" })).toBe(true);
  expect(mayReview({ id: "mem_1" }, { authorId: null })).toBe(true);
});

test.each<[string, Partial<LifeEvent & { kind: "approved" }>, string]>([
  ["of other words", { hash: "h0" }, "other_words"],
  ["by an API key", { by: { kind: "key", id: "key_1" } }, "not_a_person"],
  ["when the shopper has ordered", { answer: { kind: "stop", reason: "ordered" } }, "ended"],
  ["when facts have moved", { answer: { kind: "stale", changes: [] } }, "stale"],
])("refuses an approval %s", (_rule, change, reason) => {
  expect(advance(waiting, { kind: "approved", by: ann, hash: "h1", answer: ok, ...change })).toMatchObject({
    kind: "refused",
    reason,
  });
});

test("tells the approver what has moved", () => {
  const changes = [{ kind: "total", from: 1, to: 2, currency: "EUR" } as const];
  const refused = advance(waiting, { kind: "approved", by: ann, hash: "h1", answer: { kind: "stale", changes } });
  expect(refused).toMatchObject({ changes });
});

test("gated words that nobody reviewed give way to scripted ones, which wait once more and are then dropped", () => {
  const second = advance(waiting, late);
  expect(second).toMatchObject({ kind: "waiting", proposal: { hash: "h2" }, dueAt: at(14), atDeadline: "drop" });
  if (second.kind === "refused") throw new Error(second.reason);
  expect(second).toMatchObject({ oversight: { holds: ["expired_fallback", "gated"] } });
  expect(advance(second, { ...late, at: at(14) })).toMatchObject({ kind: "expired" });
});

test.each([
  [gated, "send", "drop"],
  [{ ...flagged, approvals: 2 as const }, "send", "drop"],
  [flagged, "send", "send"],
  [gated, "scripted", "scripted"],
] as const)("at the deadline of %j, %s comes to %s", (oversight, said, done) => {
  expect(deadlineActionFor({ ...oversight, holds: [...oversight.holds] }, said)).toBe(done);
});

test("an edit that leaves no hold goes by policy, one that leaves a hold waits for somebody else", () => {
  const edit = { kind: "edited", by: ann, hash: "h1", newHash: "h2", dueAt: at(12), atDeadline: "drop" } as const;
  const after = (oversight: Oversight): DraftLife => {
    const life = advance(
      { ...waiting, oversight },
      { ...edit, oversight: { ...oversight, holds: [...oversight.holds] } },
    );
    if (life.kind === "refused") throw new Error(life.reason);
    return life;
  };
  expect(advance(after({ ...flagged, holds: [] }), { kind: "passed" })).toMatchObject({ kind: "approved" });
  expect(advance(after(gated), { kind: "passed" })).toMatchObject({ reason: "needs_a_person" });
  expect(advance(after(gated), { kind: "approved", by: ann, hash: "h2", answer: ok })).toMatchObject({
    reason: "author",
  });
});
