import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/app.ts";
import { clockBar, leaveCart, moveClock, sentTo, signIn } from "./fixtures/shopping.ts";

test.beforeEach(async ({ page, app }) => signIn(page, app));

test("a cart that was left comes back by the third mail, and its order ends the ladder", async ({ page, app }) => {
  const email = await leaveCart(page, ["harbour-teapot", "storm-tea"]);

  await moveClock(page, "+1 hour", 1);
  await expect(clockBar(page)).toContainText("Message 1 is due");
  await moveClock(page, "+1 hour", 2);
  await expect(clockBar(page)).toContainText("One message was sent so far");
  await moveClock(page, "+1 day", 1);
  await expect(clockBar(page)).toContainText("2 messages were sent so far");
  await moveClock(page, "+1 day", 2);
  await expect(clockBar(page)).toContainText("3 messages were sent so far");

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
  const before = await recoveredRevenue(page);
  await shop.getByRole("button", { name: "Buy now" }).click();
  await shop.waitForURL("**/shop/thanks");
  await expect(shop.getByRole("link", { name: "Watch this cart" })).toBeVisible();

  await shop.getByRole("link", { name: "Watch this cart" }).click();
  await expect(shop.getByText("Recovered", { exact: true })).toBeVisible();
  await expect.poll(() => recoveredRevenue(page)).toBe(before + 7150);

  await page.goto("/shop");
  await moveClock(page, "+1 day", 2);
  await expect.poll(async () => (await sentTo(app, email)).length).toBe(3);
});

test("under gated oversight nothing leaves before a person approved it, by keyboard alone", async ({ page, app }) => {
  await page.goto("/settings/policy");
  await page.getByRole("radio", { name: /gated/i }).click();
  await page.getByRole("button", { name: "Save oversight" }).click();
  await expect(page.getByText("Saved. It holds for drafts written from now on.")).toBeVisible();
  await page.context().clearCookies({ name: "storefront" });
  const email = await leaveCart(page, ["skerry-throw"]);
  await moveClock(page, "+1 hour", 1);
  await expect(clockBar(page)).toContainText("Message 1 is due");
  await moveClock(page, "+1 hour", 2);
  await expect(clockBar(page)).toContainText("A draft waits for a person");
  expect(await sentTo(app, email)).toEqual([]);

  await page.goto("/drafts");
  const ours = page.getByText(`to ${email}`);
  await expect(page.getByRole("list", { name: "Drafts" }).getByRole("button").first()).toBeVisible();
  for (let pressed = 0; pressed < 60 && !(await ours.isVisible()); pressed++) {
    await page.keyboard.press("j");
    await page.waitForResponse(() => true, { timeout: 1_000 }).catch(() => undefined);
  }
  await expect(ours).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByText("Approved").first()).toBeVisible();
  await expect.poll(async () => (await sentTo(app, email)).length, { timeout: 30_000 }).toBe(1);
});

/** The credited figure of the overview in minor units. */
async function recoveredRevenue(page: Page): Promise<number> {
  const answer = await page.request.get("/api/overview");
  const { earnings } = (await answer.json()) as { earnings: { recovered: { revenue: number } }[] };
  return earnings[0]?.recovered.revenue ?? 0;
}
