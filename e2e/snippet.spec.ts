import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/app.ts";
import { clean } from "./fixtures/clean.ts";
import { signIn } from "./fixtures/shopping.ts";

declare global {
  interface Window {
    comeback(verb: string, ...rest: unknown[]): void;
  }
}

let tag = "";
const servers: Server[] = [];
test.afterAll(() => {
  for (const server of servers) server.close();
});

/** A shop of somebody's own, on an origin of its own, with the tag in the head of every page. */
async function openShopFront(): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><html lang="en"><head><title>Shop</title>${tag}</head><body>Lamps</body></html>`);
  });
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a page of the shop reports a basket by the snippet, keeps nothing before consent, and a foreign page is refused", async ({
  page,
  app,
  browser,
}) => {
  const shop = app.demo.shops.find(({ platform }) => platform === "custom");
  const [own, foreign] = [await openShopFront(), await openShopFront()];
  await signIn(page, app);
  await page.goto(`/settings/shops/${shop?.id}`);
  const make = page.getByRole("button", { name: "Make a public key" });
  if (await make.isVisible()) await make.click();
  const origins = page.getByLabel("Pages that may report");
  // The new key brings the shop's own origin along: what is typed before that is drawn would stand beside it.
  await expect(async () => {
    await origins.fill(own);
    await expect(origins).toHaveValue(own, { timeout: 500 });
  }).toPass();
  await page.getByRole("button", { name: "Save origins" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  tag = await page.locator("code", { hasText: "comeback.js" }).innerText();
  await clean(page);

  const context = await browser.newContext();
  const shopper = await context.newPage();
  const email = `${randomUUID()}@example.com`;
  await shopper.goto(own);
  expect(await reported(shopper, "product", { id: "lamp" })).toBe(200);
  const lines = [{ id: "l1", productId: "lamp", title: "Snippet lamp", quantity: 1, unitPrice: 4_200 }];
  expect(await reported(shopper, "cart", { lines })).toBe(200);
  expect(await kept(shopper)).toEqual({ cookies: 0, local: 0, session: 0 });
  await shopper.evaluate(() => window.comeback("consent", true));
  expect(await kept(shopper)).toEqual({ cookies: 0, local: 1, session: 0 });
  expect(await reported(shopper, "email", { email, acceptsMarketing: true })).toBe(200);

  await expect(async () => {
    await page.goto(`/settings/webhooks?shop=${shop?.id}`);
    const row = page.getByRole("row").filter({ hasText: "browser.email" });
    await expect(row).toContainText("Applied", { timeout: 2_000 });
    await expect(row).toContainText("From a page of the shop");
  }).toPass();

  await shopper.goto(own);
  await shopper.evaluate(() => window.comeback("consent", true));
  expect(await reported(shopper, "order", { id: "1001" })).toBe(200);

  const elsewhere = await context.newPage();
  await elsewhere.goto(foreign);
  expect(await reported(elsewhere, "order", { id: "1001" })).toBe(403);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

/** Calls the snippet as the shop's own script does, and returns what our server answered. */
async function reported(page: Page, verb: string, content: object): Promise<number> {
  const answered = page.waitForResponse((response) => response.url().endsWith("/events"));
  await page.evaluate(([name, body]) => window.comeback(String(name), body), [verb, content] as const);
  return (await answered).status();
}

async function kept(page: Page): Promise<object> {
  const cookies = (await page.context().cookies()).length;
  const stores = await page.evaluate(() => ({ local: localStorage.length, session: sessionStorage.length }));
  return { cookies, ...stores };
}
