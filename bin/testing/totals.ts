import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export type Totals = { passed: number; failed: number };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** A step without tests of its own counts as one. */
export function totalsOfStep(exitCode: number): Totals {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function totalsOfVitest(file: string, exitCode: number): Totals {
  const report = vitestReport.safeParse(readReport(file));
  if (!report.success) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, success } = report.data;
  return withDoubts({ passed: numPassedTests, failed: numFailedTests }, success && exitCode === 0);
}

/** A test that passed only when tried again is a failure that hides. */
export function totalsOfPlaywright(file: string, exitCode: number): Totals {
  const report = playwrightReport.safeParse(readReport(file));
  if (!report.success) return { passed: 0, failed: 1 };
  const { stats, errors } = report.data;
  const totals = { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  return withDoubts(totals, errors.length === 0 && exitCode === 0);
}

/** A runner that crashed, or found no test at all, has failed even if no test of it has. */
function withDoubts(totals: Totals, succeeded: boolean): Totals {
  const suspicious = totals.failed === 0 && (!succeeded || totals.passed === 0);
  return suspicious ? { ...totals, failed: 1 } : totals;
}

function readReport(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
