import { describe, expect, test } from "vitest";
import { defaultOversight } from "../oversight.ts";
import { type AutonomyEvidence, mayEarn, mustDemote } from "./earned-autonomy.ts";

const none: AutonomyEvidence = { approvedUnedited: 0, edited: 0, rejected: 0, sent: 0, complaints: 0 };
const limits = defaultOversight.demotion;

describe("a step earns to run without a person at each draft", () => {
  test.each([
    [0, 0, false, "reviews"],
    [99, 0, false, "reviews"],
    [100, 0, true, null],
    [99, 1, false, "approvals"],
    [195, 5, false, "approvals"],
    [196, 4, false, "approvals"],
    [197, 3, true, null],
    [1_000, 40, false, "approvals"],
    [1_000, 30, true, null],
  ] as const)("%d approved unedited and %d not: %s, short of %s", (approvedUnedited, edited, earned, shortOf) => {
    expect(mayEarn({ ...none, approvedUnedited, edited })).toMatchObject({ earned, shortOf });
  });

  test("an edit and a rejection count alike against it", () => {
    expect(mayEarn({ ...none, approvedUnedited: 97, edited: 3 }).approved).toEqual(
      mayEarn({ ...none, approvedUnedited: 97, rejected: 3 }).approved,
    );
  });

  test("says how many reviews are missing", () => {
    expect(mayEarn({ ...none, approvedUnedited: 60, rejected: 1 })).toMatchObject({ reviews: 61, missingReviews: 39 });
  });
});

describe("a step goes back to gated", () => {
  test.each([
    ["rejections above the limit", { approvedUnedited: 17, rejected: 2 }, "rejections"],
    ["rejections at the limit do not", { approvedUnedited: 18, rejected: 2 }, null],
    ["too few reviews say nothing", { approvedUnedited: 4, rejected: 5 }, null],
    ["edits above the limit", { approvedUnedited: 13, edited: 7 }, "edits"],
    ["complaints above the limit", { sent: 300, complaints: 1 }, "complaints"],
    ["one complaint in a thousand does not", { sent: 1_000, complaints: 1 }, null],
    ["too few messages say nothing", { sent: 199, complaints: 3 }, null],
  ] as const)("%s", (_rule, said, reason) => {
    const demotion = mustDemote("monitored", { ...none, ...said }, limits);
    expect(demotion?.reason ?? null).toBe(reason);
    expect(mustDemote("gated", { ...none, ...said }, limits)).toBeNull();
  });

  test("with the share that was too much and its limit", () => {
    expect(mustDemote("autonomous", { ...none, approvedUnedited: 8, rejected: 2 }, limits)).toEqual({
      reason: "rejections",
      share: 0.2,
      of: 10,
      limit: 0.1,
    });
  });
});
