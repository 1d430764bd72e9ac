import { expect, test } from "vitest";
import type { Finding } from "./draft.ts";
import { heldFor, mayReview } from "./review.ts";

const flag: Finding = { code: "spam_phrase", severity: "flag", field: "subject", excerpt: "act now" };

test.each([
  ["gated", [], "gated"],
  ["gated", [flag], "gated"],
  ["monitored", [], null],
  ["monitored", [flag], "finding"],
  ["autonomous", [flag], null],
] as const)("in %s mode with findings %j a draft is held for %s", (mode, findings, reason) => {
  expect(heldFor(mode, [...findings])).toBe(reason);
});

test("the author of words never reviews them; the writer's drafts may be reviewed by anyone", () => {
  expect(mayReview({ id: "mem_1" }, { authorId: "mem_1" })).toBe(false);
  expect(mayReview({ id: "mem_2" }, { authorId: "mem_1" })).toBe(true);
  expect(mayReview({ id: "mem_1" }, { authorId: null })).toBe(true);
});
