import { defineConfig } from "@playwright/test";

const report = process.env.PLAYWRIGHT_REPORT;
const executablePath = process.env.PLAYWRIGHT_CHROMIUM;

// Each worker brings up an app of its own (e2e/fixtures/app.ts), so there is no web server to start here.
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/browser",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Nothing waits so long where all is well; a machine that does other work besides must not make a rule fail.
  timeout: 300_000,
  expect: { timeout: 45_000 },
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Colours are judged as they stand, not while they are on their way to others.
    contextOptions: { reducedMotion: "reduce" },
    // The pages themselves are kept, step by step; a film of each test besides would cost all that pass.
    trace: { mode: "retain-on-failure", screenshots: false, sources: false },
    screenshot: "only-on-failure",
    launchOptions: executablePath ? { executablePath } : {},
  },
});
