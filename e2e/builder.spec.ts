import type { SequenceDraft } from "#domain/sequence-draft.ts";
import { expect, test } from "./fixtures/app.ts";
import { add, begin, card, draftOf, withdraw } from "./fixtures/building.ts";
import { signIn } from "./fixtures/shopping.ts";

test.use({ viewport: { width: 1440, height: 1000 } });
test.beforeEach(async ({ page, app }) => signIn(page, app));

test("of two people who change the same sequence the second sees it, and loses nothing", async ({ page, context }) => {
  await begin(page, "By two");
  const other = await context.newPage();
  await other.goto(page.url());
  await add(page, "Message");
  await expect.poll(async () => kindsIn(await draftOf(page))).toEqual(["message"]);
  await add(other, "Wait");
  await expect(other.getByRole("alert").getByText(/saved other changes/)).toBeVisible();
  await other.getByRole("button", { name: "Take theirs" }).click();
  await expect(card(other, /^Reminder\./)).toBeVisible();
  await other.getByRole("button", { name: "Undo" }).click();
  await expect(card(other, /^Wait 1 day\./)).toBeVisible();
  await expect(other.getByText(/^Saved/)).toBeVisible();
  await expect.poll(async () => kindsIn(await draftOf(other))).toEqual(["wait"]);
});

test("what is published while a change is on its way to be saved is published with it, and nobody else is blamed", async ({
  page,
}) => {
  const published = Promise.withResolvers<void>();
  await begin(page, "In a hurry");
  await page.route("**/draft", async (route) => {
    if (route.request().method() === "PUT") await published.promise;
    await route.continue();
  });
  const saving = page.waitForRequest((request) => request.method() === "PUT");
  await add(page, "Wait");
  await saving;
  await add(page, "Message");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  published.resolve();
  await expect(page.getByText(/^Version 1 is live$/)).toBeVisible();
  expect(kindsIn(await draftOf(page))).toEqual(["wait", "message"]);
  await expect(page.getByRole("alert").getByText(/saved other changes/)).toHaveCount(0);
  await withdraw(page, page.url());
});

const kindsIn = ({ graph }: SequenceDraft) => graph.steps.map(({ kind }) => kind);

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
