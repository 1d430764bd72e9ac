import { expect, test } from "./fixtures/app.ts";
import { add, begin, card, draftOf } from "./fixtures/building.ts";
import { signIn } from "./fixtures/shopping.ts";

test.use({ viewport: { width: 1440, height: 1000 } });
test.beforeEach(async ({ page, app }) => signIn(page, app));

test("of two people who change the same sequence the second sees it, and loses nothing", async ({ page, context }) => {
  await begin(page, "By two");
  const other = await context.newPage();
  await other.goto(page.url());
  await add(page, "Message");
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await add(other, "Wait");
  await expect(other.getByRole("alert").getByText(/saved other changes/)).toBeVisible();
  await other.getByRole("button", { name: "Take theirs" }).click();
  await expect(card(other, /^Reminder\./)).toBeVisible();
  await other.getByRole("button", { name: "Undo" }).click();
  await expect(card(other, /^Wait 1 day\./)).toBeVisible();
  await expect(other.getByText(/^Saved/)).toBeVisible();
  expect((await draftOf(other)).graph.steps.map(({ kind }) => kind)).toEqual(["wait"]);
});

test("on a phone the sequence is a list, and a step is put in from it", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await begin(page, "On a phone");
  await expect(page.getByRole("list", { name: "Steps" })).toBeVisible();
  await add(page, "Message");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Steps" }).getByRole("button", { name: /Reminder/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});
