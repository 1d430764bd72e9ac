import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures/app.ts";
import { clean } from "./fixtures/clean.ts";
import { cart, chooseShop, connect, deliver, shopIdIn } from "./fixtures/connected-shops.ts";
import { startMagento } from "./fixtures/magento-shop.ts";
import { signIn } from "./fixtures/shopping.ts";

test.beforeEach(async ({ page, app }) => signIn(page, app));

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

test("dead letters name what mends them, and are replayed one by one or all at once", async ({ page }) => {
  const magento = await startMagento();
  const name = `Arcade ${randomUUID().slice(0, 8)}`;
  const address = await chooseShop(page, { platform: /Magento/, name, address: magento.address });
  expect(await magento.tellOfCart(address, "730")).toBe(401);
  await expect(page.getByRole("alert").getByText("No secret is known here")).toBeVisible();
  await page.getByLabel("Access token", { exact: true }).fill("token-of-an-integration");
  await page.getByLabel("Public key of the webhooks").fill(magento.publicKey);
  await page.getByRole("button", { name: "Save access" }).click();
  await expect(page.getByText("Stored")).toHaveCount(2);
  for (const id of ["730", "731", "732"]) expect(await magento.tellOfCart(address, id)).toBe(200);
  await expect(page.getByText("its newest event could not be applied")).toBeVisible();

  await page.goto(`/settings/shops/${shopIdIn(address)}`);
  await page.getByRole("link", { name: "Look and replay" }).click();
  await expect(page.getByRole("heading", { name: "Dead letters" })).toBeVisible();
  const letters = page.getByRole("region", { name: "Webhooks" }).getByRole("button");
  await expect(letters).toHaveCount(3);
  await clean(page);
  await letters.last().click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("The shop did not accept our access")).toBeVisible();
  await expect(sheet.getByText(/Enter access on the shop's page anew/)).toBeVisible();
  await clean(page);
  magento.open();
  await sheet.getByRole("button", { name: "Replay" }).click();
  await expect(sheet.getByText("Applied", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(letters).toHaveCount(2);

  await page.getByRole("button", { name: "Replay all" }).click();
  await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Replay all" }).click();
  await expect(page.getByText("2 requests are tried again")).toBeVisible();
  await expect(page.getByText("No dead letters")).toBeVisible();
  await page.getByRole("radio", { name: "All" }).click();
  await expect(page.getByRole("region", { name: "Webhooks" }).getByText("Applied")).toHaveCount(3);
  await magento.close();
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
