import type { Page } from "@playwright/test";
import { expect } from "./fixtures/app.ts";
import { patient } from "./fixtures/carts.ts";
import { cleanInBoth } from "./fixtures/clean.ts";
import { type Post, test } from "./fixtures/replying.ts";
import { clockBar, leaveCart, moveClock, sentTo, signIn } from "./fixtures/shopping.ts";

test.beforeEach(async ({ page, app }) => {
  test.setTimeout(600_000);
  await signIn(page, app);
});

test("a reply pauses the sequence, stands in the inbox with its cart, and is answered by keyboard", async ({
  page,
  app,
  post,
}) => {
  const email = await reminded(page, post, "harbour-teapot");
  const [reminder] = post.to(email);
  if (!reminder) throw new Error("no reminder left");
  const replyId = await post.reply(reminder, email, "How much is the delivery, please?");

  await page.goto("/inbox");
  await page
    .getByRole("list", { name: "Conversations" })
    .getByRole("button")
    .filter({ hasText: "the delivery, please" })
    .click();
  const conversation = page.getByRole("region", { name: "Conversation" });
  await expect(conversation.getByText("How much is the delivery, please?")).toBeVisible();
  await expect(conversation.getByText("On Monday the shop wrote")).toBeHidden();
  await expect(conversation.getByText("Harbour teapot", { exact: true })).toBeVisible();
  await expect(conversation.getByText(/^Paused since/)).toBeVisible();
  const proposed = conversation.getByRole("region", { name: "Proposed answer" });
  await expect(proposed).toContainText("parcels leave Kiel each working day", patient);
  await cleanInBoth(page);

  const before = post.to(email).length;
  await page.keyboard.press("a");
  await expect(page.getByText("Approved: it leaves now").first()).toBeVisible();
  await expect.poll(() => post.to(email).length, patient).toBe(before + 1);
  const answer = post.to(email).at(-1);
  expect(answer?.header("in-reply-to")).toBe(replyId);
  expect(answer?.header("references")).toContain(replyId);
  expect(answer?.header("subject")).toMatch(/^Re: /);
  await expect(conversation.getByText("Waits for them")).toBeVisible();
  await expect(proposed).toBeHidden();

  await page.goto("/shop");
  await moveClock(page, "+1 day", 1);
  expect(await sentTo(app, email)).toHaveLength(1);
  await page.goto("/inbox?show=open");
  await page
    .getByRole("list", { name: "Conversations" })
    .getByRole("button")
    .filter({ hasText: "the delivery, please" })
    .click();
  await expect(conversation.getByText("Waits for them")).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByText("Closed: what waited for it goes on").first()).toBeVisible();
  await page.goto("/shop");
  await moveClock(page, "+1 day", 1);
  await expect.poll(async () => (await sentTo(app, email)).length, patient).toBe(2);
});

test("the inbox is walked by j and k, closed by e and opened again by u, and a person answers by r", async ({
  page,
  post,
}) => {
  const email = await reminded(page, post, "storm-tea");
  const [reminder] = post.to(email);
  if (!reminder) throw new Error("no reminder left");
  await post.reply(reminder, email, "The last tea tasted of nothing, I am very disappointed.");

  await page.goto("/inbox");
  const rows = page.getByRole("list", { name: "Conversations" }).getByRole("button");
  const theirs = rows.filter({ hasText: "tasted of nothing" });
  await expect(theirs).toBeVisible(patient);
  await expect(rows.first()).toHaveAttribute("aria-current", "true");
  const place = (await rows.allInnerTexts()).findIndex((text) => text.includes("tasted of nothing"));
  for (let next = 1; next <= place; next++) {
    await page.keyboard.press("j");
    await expect(rows.nth(next)).toHaveAttribute("aria-current", "true");
  }
  await expect(theirs).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("list", { name: "Thread" })).toContainText("tasted of nothing");

  await page.keyboard.press("e");
  await expect(page.getByRole("button", { name: "Open again" })).toBeEnabled();
  await page.keyboard.press("u");
  await expect(page.getByRole("button", { name: "Close", exact: true })).toBeEnabled();

  await page.keyboard.press("r");
  const words = page.getByRole("textbox", { name: "Your answer" });
  await expect(words).toBeFocused();
  await words.fill("I am sorry about that. We send you another one.");
  const before = post.to(email).length;
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => post.to(email).length, patient).toBe(before + 1);
  expect(post.to(email).at(-1)?.source).toContain("We send you another one");
});

test("a phone shows the list or a conversation, and both are clean", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 780 });
  await page.goto("/inbox?show=all");
  await expect(page.getByRole("list", { name: "Conversations" })).toBeVisible();
  await cleanInBoth(page);
  await page.getByRole("list", { name: "Conversations" }).getByRole("button").first().click();
  await expect(page.getByRole("list", { name: "Thread" })).toBeVisible();
  await cleanInBoth(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

/** Somebody leaves a cart and gets the first message about it. Returns their address. */
async function reminded(page: Page, post: Post, slug: string): Promise<string> {
  await page.context().clearCookies({ name: "storefront" });
  const email = await leaveCart(page, [slug]);
  await moveClock(page, "+1 hour", 1);
  await expect(clockBar(page)).toContainText("Message 1 is due", patient);
  await moveClock(page, "+1 hour", 2);
  await expect.poll(() => post.to(email).length, patient).toBe(1);
  return email;
}
