import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { totalsOfPlaywright, totalsOfStep, totalsOfVitest } from "./totals.ts";

const folder = mkdtempSync(join(tmpdir(), "totals-"));
afterAll(() => rmSync(folder, { recursive: true }));

function reportFile(content: unknown): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

test("adds up what the runners report", () => {
  const vitest = reportFile({ numPassedTests: 7, numFailedTests: 2, success: false });
  expect(totalsOfVitest(vitest, 1)).toEqual({ passed: 7, failed: 2 });
  const playwright = reportFile({ stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [] });
  expect(totalsOfPlaywright(playwright, 1)).toEqual({ passed: 3, failed: 2 });
  expect(totalsOfStep(0)).toEqual({ passed: 1, failed: 0 });
});

test.each([
  ["left no report", join(folder, "missing.json"), 0],
  ["left half a report", reportFile('{"numPassedTests":'), 0],
  ["ran no test", reportFile({ numPassedTests: 0, numFailedTests: 0, success: true }), 0],
  ["could not load a file", reportFile({ numPassedTests: 4, numFailedTests: 0, success: false }), 1],
  ["crashed after its tests", reportFile({ numPassedTests: 4, numFailedTests: 0, success: true }), 1],
])("counts a runner that %s as failed", (_, file, exitCode) => {
  expect(totalsOfVitest(file, exitCode).failed).toBe(1);
});

test("counts errors outside of tests as failed", () => {
  const file = reportFile({ stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [{}] });
  expect(totalsOfPlaywright(file, 0).failed).toBe(1);
});
