import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/app.ts";
import { patient } from "./fixtures/carts.ts";
import { cleanInBoth } from "./fixtures/clean.ts";
import { signIn } from "./fixtures/shopping.ts";

const wide = { width: 1440, height: 1000 };
const narrow = { width: 375, height: 812 };

test.use({ viewport: wide });
test.beforeEach(async ({ page, app }) => {
  test.slow();
  await signIn(page, app);
});

test("the list of sequences and the builder, drawn with a step open and as a list on a phone, are clean", async ({
  page,
}) => {
  const sequence = await openSequences(page);
  await cleanInBoth(page);
  await page.goto(sequence);
  const message = page.getByRole("button", { name: /^Reminder\./ }).first();
  await message.click();
  await expect(page.getByLabel("Template")).toBeVisible();
  await expect(page.frameLocator("iframe").locator("body")).not.toBeEmpty();
  await cleanInBoth(page);
  await page.setViewportSize(narrow);
  await page.goto(sequence);
  const steps = page.getByRole("list", { name: "Steps" });
  await expect(steps).toBeVisible();
  await cleanInBoth(page);
  await steps.getByRole("button", { name: /Reminder/ }).click();
  await expect(page.getByRole("dialog").getByLabel("Template")).toBeVisible();
  await cleanInBoth(page);
});

test("what would happen to a cart, and what would have happened in a month, are clean", async ({ page }) => {
  const sequence = await openSequences(page);
  await page.goto(`${sequence}/try`);
  await expect(page.getByRole("list", { name: "What would happen" })).toBeVisible();
  await expect(page.getByLabel("The sequence as a drawing")).toBeVisible();
  await cleanInBoth(page);
  await page.goto(`${sequence}/dry-run`);
  await page.getByRole("button", { name: "Start the dry run" }).click();
  await expect(page.getByLabel("State of the dry run").getByText("Done", { exact: true })).toBeVisible(patient);
  await expect(page.getByRole("region", { name: "Ways taken" })).toBeVisible();
  await cleanInBoth(page);
});

test("templates, their editor with a block open, and their preview are clean", async ({ page }) => {
  await page.goto("/templates");
  await expect(page.frameLocator("iframe").first().locator("body")).not.toBeEmpty();
  await cleanInBoth(page);
  await page.getByRole("button", { name: "New template" }).click();
  await page.getByLabel("Name").fill("Looked at");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { name: "Looked at" })).toBeVisible();
  await page.frameLocator("iframe[title='The message']").locator("[data-block='heading']").click();
  await expect(page.getByRole("button", { name: "Close the block" })).toBeVisible();
  await cleanInBoth(page);
  await page.goto("/templates/preview");
  await expect(page.frameLocator("iframe").first().locator("body")).not.toBeEmpty();
  await expect(page.getByRole("heading", { name: "Checks", exact: true })).toBeVisible();
  await cleanInBoth(page);
});

test("the settings of timing and of the brand are clean", async ({ page }) => {
  for (const [path, said] of [
    ["/settings/timing", "Save"],
    ["/settings/brand", "Save"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("button", { name: said }).first()).toBeVisible();
    await cleanInBoth(page);
  }
});

test("segments, one being written, and incentives with their budgets are clean", async ({ page }) => {
  await page.goto("/segments");
  await page.getByRole("button", { name: "New segment" }).first().click();
  await expect(page.getByText(/contacts? fits? now/)).toBeVisible();
  await cleanInBoth(page);
  await page.getByLabel("Name").fill("Bought before");
  await page.getByRole("button", { name: "Save segment" }).click();
  await expect(page.getByRole("cell", { name: "Bought before", exact: true })).toBeVisible();
  await cleanInBoth(page);
  await page.goto("/settings/incentives");
  await expect(page.getByRole("region", { name: "Incentives" })).toContainText("left");
  await cleanInBoth(page);
  await page.getByRole("button", { name: "New incentive" }).click();
  await expect(page.getByRole("radio", { name: "Each month" })).toBeChecked();
  await cleanInBoth(page);
});

/** Goes to the list; answers the address of the demo's own sequence. */
async function openSequences(page: Page): Promise<string> {
  await page.goto("/sequences");
  const link = page.getByRole("link", { name: "Abandoned cart", exact: true });
  await expect(link).toBeVisible();
  return (await link.getAttribute("href")) ?? "";
}
