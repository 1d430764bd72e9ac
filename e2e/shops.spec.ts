import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures/app.ts";
import { clean } from "./fixtures/clean.ts";
import { cart, chooseShop, connect, deliver, shopIdIn } from "./fixtures/connected-shops.ts";
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
  await expect(light).toContainText("The shop is connected");
  await expect(light).toContainText("Applied");
  await expect(page.getByText("The signature does not match")).toHaveCount(0);

  await page.reload();
  await expect(page.getByText("whsec_")).toHaveCount(0);
  await page.getByRole("link", { name: "Done: to the shop's page" }).click();
  await expect(page.getByText("Events in the last hour")).toBeVisible();
  await expect(page.getByRole("region", { name: "Webhooks" }).getByRole("row")).toHaveCount(3);
  await clean(page);
});

const platforms = {
  Shopify: "In Shopify's Dev Dashboard",
  WooCommerce: "In WooCommerce → Settings → Advanced → REST API",
  Magento: "In the admin under System, Integrations",
  BigCommerce: "In the control panel under Settings",
  Stripe: "In the Dashboard under Developers",
  "Custom API": "Keep the signing secret where your shop keeps its passwords",
};

test("each platform's steps stand beside its own address and what is to be reported", async ({ page }) => {
  for (const [platform, firstStep] of Object.entries(platforms)) {
    const name = `${platform} ${randomUUID().slice(0, 8)}`;
    const address = await chooseShop(page, { platform: new RegExp(platform), name, address: "https://kiosk.example" });
    expect(address).toContain(shopIdIn(address));
    await expect(page.getByRole("listitem").filter({ hasText: firstStep }).last()).toBeVisible();
    await expect(page.getByText(/events? to be reported/)).toBeVisible();
    await expect(page.getByText("Waiting for the first event")).toBeVisible();
    await clean(page);
  }
  await page.goto("/settings/shops");
  await expect(page.getByRole("link", { name: /Magento .* Waiting/ }).first()).toBeVisible();
  await clean(page);
});

test("a new secret holds beside the old one, and a closed door is opened again", async ({ page }) => {
  const shop = await connect(page, `Bazaar ${randomUUID().slice(0, 8)}`);
  await page.goto(`/settings/shops/${shop.id}`);
  await page.getByRole("button", { name: "New secret" }).click();
  await page.getByRole("button", { name: "Make a new secret" }).click();
  const secret = await page.getByRole("dialog").locator("code", { hasText: "whsec_" }).innerText();
  expect(secret).not.toBe(shop.secret);
  await clean(page);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("The secret before this one is taken until")).toBeVisible();
  expect(await deliver(shop, cart("ana@example.com"))).toBe(200);
  expect(await deliver({ ...shop, secret }, cart("ana@example.com"))).toBe(200);

  await page.getByRole("button", { name: "Stop receiving" }).click();
  await page.getByRole("button", { name: "Stop receiving" }).last().click();
  await expect(page.getByText("Off", { exact: true })).toBeVisible();
  expect(await deliver(shop, cart("ana@example.com"))).toBe(410);
  await clean(page);
  await page.getByRole("button", { name: "Receive again" }).click();
  await expect(page.getByText("Receiving", { exact: true })).toBeVisible();
  expect(await deliver({ ...shop, secret }, cart("ana@example.com"))).toBe(200);
});

test("a catalogue is looked at row by row before it is imported", async ({ page }) => {
  const shop = await connect(page, `Market ${randomUUID().slice(0, 8)}`);
  await page.goto(`/settings/shops/${shop.id}`);
  await page.getByRole("link", { name: "Catalogue" }).click();
  await expect(page.getByText("No product is known yet")).toBeVisible();
  await clean(page);
  const rows = ["product_id;title;price;stock", "mug;Fjord mug;24,00;12", "rug;Rug;5;many", ";Nameless;5;1"];
  const choose = (name: string, text: string) =>
    page
      .getByLabel("Choose a CSV file, or drop it here")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await choose("photo.csv", "name,price\nmug,1\n");
  await expect(page.getByRole("alert").getByText("The head names no column product_id")).toBeVisible();
  await choose("autumn.csv", rows.join("\n"));
  const preview = page.getByRole("region", { name: "Preview of autumn.csv" });
  await expect(preview.getByRole("row", { name: "2 stock Is no whole number" })).toBeVisible();
  await expect(preview.getByRole("row", { name: "3 product_id Is missing" })).toBeVisible();
  await expect(preview.getByRole("row", { name: /Fjord mug.*€24.00 12/ })).toBeVisible();
  await clean(page);
  await preview.getByRole("button", { name: "Import 1 product" }).click();
  await expect(page.getByText("1 product is imported")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("region", { name: "Products" }).getByRole("row", { name: /Fjord mug/ })).toBeVisible();
  await clean(page);
});
