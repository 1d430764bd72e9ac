import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import type { RunningApp } from "#bin/testing/app.ts";
import { cartUpdated, lamp } from "#inngest/testing/webhooks.ts";
import { expect, test } from "./fixtures/app.ts";
import { goQuiet, patient } from "./fixtures/carts.ts";
import { cleanInBoth } from "./fixtures/clean.ts";
import { leaveToWriter } from "./fixtures/oversight.ts";
import { deliver } from "./fixtures/shop-front.ts";
import { sentTo, signIn } from "./fixtures/shopping.ts";

test.use({ viewport: { width: 1440, height: 1000 } });
test.beforeEach(async ({ page, app }) => {
  test.setTimeout(600_000);
  await signIn(page, app);
  // A fresh installation counts its demo's past first.
  const ready = async () => (await (await page.request.get("/api/results/funnel")).json()).ready;
  await expect.poll(ready, patient).toBe(true);
});

/** The part of the page under a heading. */
const panelOf = (page: Page, name: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });

test("what is asked for stands in the address, by two dimensions and a filter, and comes back with it", async ({
  page,
}) => {
  await page.goto("/results/explore?period=90d");
  await page.getByLabel("By", { exact: true }).selectOption({ label: "Device" });
  await expect(page).toHaveURL(/by=device(&|$)/);
  await expect(panelOf(page, "Conversion by device").locator("svg.recharts-surface")).toBeVisible();
  await page.getByLabel("And by").selectOption({ label: "Weekday" });
  await expect(page).toHaveURL(/by=device%2Cweekday/);
  await page.getByLabel("Only messages of").selectOption({ label: "Country" });
  await page.getByLabel("Country to show").selectOption("DE");
  await expect(page).toHaveURL(/country=DE/);
  await page.reload();
  await expect(page.getByRole("button", { name: /^Country: .*Take this filter away$/ })).toBeVisible();
  const panel = panelOf(page, "Conversion by device and weekday");
  await expect(panel).toContainText("Only country");

  // A quarter of a shop's messages, told apart by device and weekday, are few in each square.
  const squares = panel.getByRole("group", { name: /the arrow keys walk over it/ });
  await squares.focus();
  await squares.press("ArrowRight");
  await squares.press("ArrowDown");
  await expect(panel.getByText("small sample")).toBeVisible();
  await panel.getByRole("button", { name: "Show the table" }).click();
  const table = panel.getByRole("table");
  await expect(table.getByRole("columnheader", { name: "95% from" })).toBeVisible();
  await expect(table.getByRole("row").nth(1)).toHaveClass(/text-ink-faint/);
  await cleanInBoth(page);
  await table.getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Messages with credited orders" })).toBeVisible();

  await page.goBack();
  await page.getByRole("button", { name: /^Country: .*Take this filter away$/ }).click();
  await expect(page).not.toHaveURL(/country=/);
});

test("a chart becomes a picture, and its table a file in which no cell is a formula", async ({ page, app }) => {
  const formula = "=2+3";
  await sellFormula(page, app, formula);
  await page.goto("/results/explore?period=90d&by=product");
  const panel = panelOf(page, "Conversion by product");
  const row = panel.getByRole("row", { name: new RegExp(`^${formula.replace("+", "\\+")}`) });
  await expect(async () => {
    await page.reload();
    await expect(row).toHaveCount(1, { timeout: 5_000 });
  }).toPass(patient);

  const file = await savedBy(page, () => panel.getByRole("button", { name: "Save as CSV" }).click());
  expect(file.name).toBe("conversion-by-product.csv");
  const [head, ...rows]: string[][] = parse(file.content, { bom: true, relax_column_count: true });
  expect(head?.slice(0, 2)).toEqual(["Product", "Conversion"]);
  expect(rows.map(([cell]) => cell)).toContain(`'${formula}`);
  expect(rows.flat().filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);

  const picture = await savedBy(page, () => panel.getByRole("button", { name: "Save as PNG" }).click());
  expect(picture.name).toBe("conversion-by-product.png");
  expect(picture.content.subarray(1, 4).toString()).toBe("PNG");
  expect(picture.content.readUInt32BE(16)).toBeGreaterThan(800);
});

test("on a phone nothing of the results and their settings is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  const results = ["/overview", "/results", "/results/explore?by=hour,weekday", "/experiments"];
  for (const path of [...results, "/settings/general", "/settings/notices"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(375);
    await cleanInBoth(page);
  }
});

/** Lets the demo's shop sell something whose name a spreadsheet would reckon, and be left with it in the basket. */
async function sellFormula(page: Page, app: RunningApp, title: string): Promise<void> {
  const shop = app.demo.shops.find(({ platform }) => platform === "custom");
  if (!shop) throw new Error("the demo has no shop of its own make");
  const at = { url: app.url, shopId: shop.id, secret: shop.secret };
  const people = [1, 2, 3, 4].map((number) => `formula${number}@example.com`);
  await leaveToWriter(page, app);
  const now = await app.clock.now();
  for (const email of people)
    await deliver(at, `cart-${email}`, cartUpdated(email, { email }, now, [{ ...lamp, productId: title, title }]));
  await goQuiet(page, app, { searches: people, count: people.length });
  await app.clock.advance(121);
  const sent = async () => (await Promise.all(people.map((email) => sentTo(app, email)))).flat().length;
  await expect.poll(sent, patient).toBeGreaterThan(0);
}

async function savedBy(page: Page, act: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent("download");
  await act();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}
