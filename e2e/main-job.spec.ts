import type { Locator, Page } from "@playwright/test";
import type { Overview, RecentEvent } from "#domain/overview.ts";
import { expect, test } from "./fixtures/app.ts";
import { patient } from "./fixtures/carts.ts";
import { leaveToPeople, leaveToWriter } from "./fixtures/oversight.ts";
import { untilListening } from "./fixtures/patient-page.ts";
import { clockBar, leaveCart, moveClock, sentTo, signIn } from "./fixtures/shopping.ts";

test.beforeEach(async ({ page, app }) => {
  test.setTimeout(600_000);
  await signIn(page, app);
});

test("a cart that was left comes back by the third mail, and its order ends the ladder", async ({ page, app }) => {
  await leaveToWriter(page, app);
  const email = await leaveCart(page, ["harbour-teapot", "storm-tea"]);

  await moveClock(page, "+1 hour", 1);
  await expect(clockBar(page)).toContainText("Message 1 is due", patient);
  await moveClock(page, "+1 hour", 2);
  await expect(clockBar(page)).toContainText("One message was sent so far", patient);
  await moveClock(page, "+1 day", 1);
  await expect(clockBar(page)).toContainText("2 messages were sent so far", patient);
  await moveClock(page, "+1 day", 2);
  await expect(clockBar(page)).toContainText("3 messages were sent so far", patient);

  const [reminder, shipping, percent] = await sentTo(app, email);
  expect(new Set([reminder?.subject, shipping?.subject, percent?.subject]).size).toBe(3);
  expect(reminder?.text).not.toMatch(/free shipping|% off/i);
  expect(shipping?.text).toMatch(/free shipping/i);
  expect(percent?.text).toMatch(/10\s?% off/i);

  await page.goto(`/outbox?search=${encodeURIComponent(email)}`);
  const mails = page.getByRole("list", { name: "Mail" }).getByRole("button");
  await expect(mails).toHaveCount(3);
  await mails.first().click();
  await expect(page.getByRole("heading", { name: percent?.subject })).toBeVisible();
  const shopping = page.waitForEvent("popup");
  await page.frameLocator("iframe").locator("a[href*='/r/']").first().click();
  const shop = await shopping;

  await expect(shop).toHaveURL(/\/shop\/cart$/);
  await expect(shop.getByRole("status").filter({ hasText: "LANTERN10" })).toBeVisible();
  const basket = shop.getByRole("list", { name: "Basket" });
  await expect(basket).toContainText("Harbour teapot");
  await expect(basket).toContainText("Storm tea");
  await expect(shop.getByText("€71.50")).toBeVisible();
  await untilListening(shop);
  await shop.getByRole("button", { name: "Buy now" }).click();
  await shop.waitForURL("**/shop/thanks");
  await expect(shop.getByRole("link", { name: "Watch this cart" })).toBeVisible();

  await shop.getByRole("link", { name: "Watch this cart" }).click();
  await expect(shop.getByText("Recovered", { exact: true })).toBeVisible();
  const ours = { cartId: shop.url().split("/").at(-1), amount: 7150 };
  await expect.poll(() => recoveries(page), patient).toContainEqual(expect.objectContaining(ours));

  await page.goto("/shop");
  await moveClock(page, "+1 day", 2);
  await expect.poll(async () => (await sentTo(app, email)).length).toBe(3);
});

test("under gated oversight nothing leaves before a person approved it, by keyboard alone", async ({ page, app }) => {
  await leaveToPeople(page);
  await page.context().clearCookies({ name: "storefront" });
  const email = await leaveCart(page, ["skerry-throw"]);
  await moveClock(page, "+1 hour", 1);
  await expect(clockBar(page)).toContainText("Message 1 is due", patient);
  await moveClock(page, "+1 hour", 2);
  await expect(clockBar(page)).toContainText("A draft waits for a person", patient);
  expect(await sentTo(app, email)).toEqual([]);

  await page.goto("/drafts");
  // The draft that is read; it is drawn once the page listens to keys.
  const read = page.locator("section[data-draft]");
  const ours = read.getByText(`to ${email}`);
  for (let pressed = 0; pressed < 60 && (await addressee(read)) !== `to ${email}`; pressed++) {
    const before = (await read.getAttribute("data-draft")) ?? "";
    await page.keyboard.press("j");
    await expect(read).not.toHaveAttribute("data-draft", before);
  }
  await expect(ours).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByText("Approved").first()).toBeVisible();
  await expect.poll(async () => (await sentTo(app, email)).length, patient).toBe(1);
});

/** Whom the draft that is read is to. */
const addressee = (read: Locator) => read.getByText(/^to \S+@\S+$/).innerText();

/** The newest orders that the overview credits to a message; its sums lose their oldest day at midnight. */
async function recoveries(page: Page): Promise<RecentEvent[]> {
  const { recent }: Overview = await (await page.request.get("/api/overview")).json();
  return recent.filter(({ kind }) => kind === "recovered");
}
