import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { cartUpdated } from "#inngest/testing/webhooks.ts";
import { expect, test } from "./fixtures/app.ts";
import { signIn } from "./fixtures/shopping.ts";

test.beforeEach(async ({ page, app }) => signIn(page, app));

test("a shop is connected by its steps, its wrong secret is named, and its first event lights up", async ({ page }) => {
  const shop = await connect(page, `Kiosk ${randomUUID().slice(0, 8)}`);
  await expect(page.getByText("Waiting for the first event")).toBeVisible();
  await clean(page);

  const wrong = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
  expect(await deliver({ ...shop, secret: wrong }, cart("ana@example.com"))).toBe(401);
  await expect(page.getByRole("alert").getByText("The signature does not match")).toBeVisible();

  await page.getByRole("button", { name: "Send a test event" }).click();
  await expect(page.getByText("The test event travelled the whole way")).toBeVisible();
  await expect(page.getByText("Waiting for the first event")).toBeVisible();

  expect(await deliver(shop, cart("ana@example.com"))).toBe(200);
  const light = page.getByRole("status").filter({ hasText: "cart.updated" });
  await expect(light).toContainText("Applied");

  await page.reload();
  await expect(page.getByText("whsec_")).toHaveCount(0);
  await page.getByRole("link", { name: "Done: to the shop's page" }).click();
  await expect(page.getByText("Events in the last hour")).toBeVisible();
  await expect(page.getByRole("region", { name: "Webhooks" }).getByRole("row")).toHaveCount(3);
  await clean(page);
});

test("an event is found in the log, its body is shown as it came, and it is replayed", async ({ page }) => {
  const shop = await connect(page, `Stall ${randomUUID().slice(0, 8)}`);
  const body = '{"type":"cart.updated","data":{"id":90071992547409931234,"note":"<b>{a}, [b]</b>"}}';
  expect(await deliver(shop, body)).toBe(200);

  await page.goto("/settings/webhooks");
  await page.getByLabel("Shop").selectOption(shop.name);
  await page.waitForURL(`**/settings/webhooks?shop=${shop.id}`);
  await page.getByLabel("Outcome").selectOption("Rejected");
  await page.waitForURL("**outcome=rejected");
  await page.getByRole("button", { name: "cart.updated" }).focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "cart.updated" });
  await expect(sheet.locator("pre")).toContainText('"id": 90071992547409931234,');
  await expect(sheet.locator("pre")).toContainText('"note": "<b>{a}, [b]</b>"');
  await sheet.getByRole("radio", { name: "As received" }).click();
  await expect(sheet.locator("pre")).toHaveText(body);
  await clean(page);
  const replayed = page.waitForResponse((response) => response.url().endsWith("/replay"));
  await sheet.getByRole("button", { name: "Replay" }).click();
  expect((await replayed).status()).toBe(200);
  await expect(sheet.getByText("Rejected")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);

  await page.goto("/settings/webhooks?outcome=failed");
  await expect(page.getByText("No dead letters")).toBeVisible();
});

test("a person's data is exported on demand, and the file is there to be downloaded", async ({ page }) => {
  const shop = await connect(page, `Booth ${randomUUID().slice(0, 8)}`);
  const email = `${randomUUID()}@example.com`;
  expect(await deliver(shop, cart(email))).toBe(200);
  await expect(page.getByRole("status").filter({ hasText: "cart.updated" })).toContainText("Applied");
  const demand = { type: "customer.data_request", data: { email } };
  expect(await deliver(shop, JSON.stringify(demand))).toBe(200);

  await expect(async () => {
    await page.goto("/settings/privacy");
    await expect(page.getByRole("row").filter({ hasText: shop.name })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const downloading = page.waitForEvent("download");
  await page
    .getByRole("row")
    .filter({ hasText: shop.name })
    .getByRole("link", { name: /Export/ })
    .click();
  const stream = await (await downloading).createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  expect(Buffer.concat(pieces).toString()).toContain(email);
  await clean(page);
});

type Connected = { id: string; name: string; webhookUrl: string; secret: string };

/** Goes through the first step of the wizard, and leaves the page at the steps in the shop. */
async function connect(page: Page, name: string): Promise<Connected> {
  await page.goto("/settings/shops/new");
  await page.getByRole("radio", { name: /Custom API/ }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Address").fill("https://kiosk.example");
  await page.getByRole("button", { name: "Continue" }).click();
  const secret = await page.locator("code", { hasText: "whsec_" }).innerText();
  const webhookUrl = await page.locator("code", { hasText: "/api/webhooks/custom/" }).innerText();
  return { id: webhookUrl.split("/").at(-1) ?? "", name, webhookUrl, secret };
}

const cart = (email: string) => JSON.stringify(cartUpdated(randomUUID(), { email }, new Date()));

async function deliver({ webhookUrl, secret }: Connected, body: string): Promise<number> {
  const id = randomUUID();
  const at = new Date();
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": new Webhook(secret).sign(id, at, body),
  };
  return (await fetch(webhookUrl, { method: "POST", headers, body })).status;
}

async function clean(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}
