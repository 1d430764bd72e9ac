import { expect, test } from "vitest";
import { findingLabels } from "#components/draft/labels.ts";
import { addressOf, groupsBy, readAsked } from "./asked.ts";

test("an address is read as it was written", () => {
  const asked = readAsked({ tab: "sent", search: "Ada", hold: "vip", group: "step", open: "seq/one", draft: "drf_1" });
  const params = Object.fromEntries(new URLSearchParams(addressOf(asked).split("?")[1]));
  expect(readAsked(params)).toEqual(asked);
});

test("what an address makes up is left out", () => {
  const asked = readAsked({ tab: "everything", hold: "mood", finding: "x", group: "colour", draft: ["a", "b"] });
  expect(asked).toMatchObject({ filter: { tab: "waiting" }, grouping: "none", draftId: null });
  expect(asked.filter.hold).toBeUndefined();
});

test("each group narrows the list to itself", () => {
  const groups = {
    ...{ steps: [{ sequenceId: "seq", stepId: "one", label: "Ladder, step 1", count: 3 }], holds: [], languages: [] },
    ...{ patterns: [{ pattern: "seq/one/en", label: "English", count: 2, stopped: false }], total: 3 },
    findings: [{ code: "stock" as const, count: 1 }],
  };
  expect(groupsBy("step", groups, findingLabels)[0]?.part).toEqual({ sequenceId: "seq", stepId: "one" });
  expect(groupsBy("pattern", groups, findingLabels)[0]?.part).toEqual({ pattern: "seq/one/en" });
  expect(groupsBy("finding", groups, findingLabels)[0]).toMatchObject({
    part: { finding: "stock" },
    label: findingLabels.stock,
  });
  expect(groupsBy("none", groups, findingLabels)).toEqual([]);
});
