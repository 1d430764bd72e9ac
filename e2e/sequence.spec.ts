import type { Page } from "@playwright/test";
import type { RunningApp } from "#bin/testing/app.ts";
import { cartUpdated } from "#inngest/testing/webhooks.ts";
import { expect, test } from "./fixtures/app.ts";
import { begin, buildByKeyboard, buildByMouse, publish, withdraw } from "./fixtures/building.ts";
import { cartsOf, goQuiet, patient, untilAsleep } from "./fixtures/carts.ts";
import { leaveToWriter, write } from "./fixtures/oversight.ts";
import { deliver } from "./fixtures/shop-front.ts";
import { sentTo, signIn } from "./fixtures/shopping.ts";

test.use({ viewport: { width: 1440, height: 1000 } });
test.beforeEach(async ({ page, app }) => {
  // Each of its waits may take as long as the sweep.
  test.setTimeout(600_000);
  await signIn(page, app);
  await leaveToWriter(page, app);
});

const hour = 60;

test("a sequence built by mouse is dry-run, published, and takes two shoppers two ways in two languages", async ({
  page,
  app,
}) => {
  await begin(page, "By mouse");
  await buildByMouse(page);
  await dryRun(page);
  await page.getByRole("link", { name: "By mouse" }).click();
  await publish(page, "mouse");
  const sequence = page.url();
  await putFirst(page, app);

  const alice = { email: "alice@example.com", firstName: "Alice", language: "en", country: "GB" };
  const anna = { email: "anna@example.com", firstName: "Anna", language: "de", country: "DE" };
  await leave(page, app, [
    { customer: alice, price: 12_000 },
    { customer: anna, price: 6_000 },
  ]);
  await goOn(page, app, { minutes: 2 * hour + 5, mails: [1, 1], to: [alice.email, anna.email] });
  // Nobody is written to twice within half a day, and who took the other way waits for a whole one.
  await goOn(page, app, { minutes: 13 * hour, mails: [2, 1], to: [alice.email, anna.email] });
  await goOn(page, app, { minutes: 12 * hour, mails: [2, 2], to: [alice.email, anna.email] });

  await expectWay(page, alice.email, ["Wait 2 hours", "Reminder", "Split", "Free shipping", "The end"]);
  await expectWay(page, anna.email, ["Wait 2 hours", "Reminder", "Split", "Wait 1 day", "Reminder", "The end"]);
  await tryIt(page, { sequence, email: anna.email });
  await readMails(page, alice.email, { lang: "en", says: [/free shipping/i, /basket|cart/i] });
  await readMails(page, anna.email, { lang: "de", says: [/Warenkorb/, /Warenkorb/] });
  await withdraw(page, sequence);
});

test("a sequence built by keyboard alone is published by keyboard and sends", async ({ page, app }) => {
  await begin(page, "By keyboard");
  await buildByKeyboard(page);
  await publish(page, "keyboard");
  const sequence = page.url();
  await putFirst(page, app);
  const karl = { email: "karl@example.com", firstName: "Karl", language: "de", country: "DE" };
  await leave(page, app, [{ customer: karl, price: 9_000 }]);
  await goOn(page, app, { minutes: 2 * hour + 5, mails: [1], to: [karl.email] });
  await goOn(page, app, { minutes: 13 * hour, mails: [2], to: [karl.email] });
  await expectWay(page, karl.email, ["Wait 2 hours", "Reminder", "Split", "Reminder", "The end"]);
  await withdraw(page, sequence);
});

/** Walks the demo's last month through the draft, and holds what is shown against itself. */
async function dryRun(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Dry run" }).click();
  await page.getByRole("button", { name: "Start the dry run" }).click();
  await expect(page.getByLabel("State of the dry run").getByText("Done", { exact: true })).toBeVisible(patient);
  const figure = async (label: string) =>
    numberIn(await page.getByText(label, { exact: true }).locator("+ dd").first().innerText());
  const carts = await figure("Carts looked at");
  const entered = await figure("Would have entered");
  const outside = await figure("Would not have entered");
  const messages = await figure("Messages");
  expect(entered).toBeGreaterThan(0);
  expect(entered + outside).toBe(carts);
  await page.getByRole("radio", { name: "Table" }).click();
  const sends = page.getByRole("region", { name: "Messages by day and step" });
  await expect(sends.getByRole("columnheader")).toHaveText([
    "Day",
    "1. Reminder",
    "2. Reminder",
    "3. Free shipping",
    "All",
  ]);
  const all = await sends.locator("tbody tr td:last-child").allInnerTexts();
  expect(all.reduce((sum, text) => sum + numberIn(text), 0)).toBe(messages);
  const ways = page.getByRole("region", { name: "Ways taken" });
  await expect(ways.getByText("Split: yes")).toBeVisible();
  await expect(ways.getByText("Split: no")).toBeVisible();
}

const numberIn = (text: string) => Number(text.replaceAll(/\D/g, ""));

/** Before every other sequence, so that it alone speaks to whoever comes now. */
async function putFirst(page: Page, app: RunningApp): Promise<void> {
  const sequenceIds = [page.url().split("/").at(-1)];
  await write(page, app, { method: "PUT", path: "/api/sequences/order", data: { sequenceIds } });
}

type Left = { customer: { email: string; language: string; country: string }; price: number };

/** Their carts come in and count as abandoned, and the sequence has taken them. */
async function leave(page: Page, app: RunningApp, left: Left[]): Promise<void> {
  const shop = app.demo.shops.find(({ platform }) => platform === "custom");
  if (!shop) throw new Error("the demo has no shop of its own make");
  const now = await app.clock.now();
  const door = { url: app.url, shopId: shop.id, secret: shop.secret };
  for (const { customer, price } of left) {
    const lines = [{ id: "line-1", productId: "lamp", title: "Aurora lamp", quantity: 1, unitPrice: price }];
    const cartId = `walk-${customer.email}`;
    await deliver(door, `cart-${cartId}`, cartUpdated(cartId, customer, now, lines));
  }
  await goQuiet(page, app, { searches: left.map(({ customer }) => customer.email), count: left.length });
}

type Leap = { minutes: number; mails: number[]; to: string[] };

/** Lets time pass until so many mails have gone to each, and nobody is in the midst of a step. */
async function goOn(page: Page, app: RunningApp, { minutes, mails, to }: Leap): Promise<void> {
  await app.clock.advance(minutes);
  const counts = () => Promise.all(to.map(async (address) => (await sentTo(app, address)).length));
  await expect.poll(counts, patient).toEqual(mails);
  await untilAsleep(page, app, to);
}

/** What the page of the cart tells of the way that it took. */
async function expectWay(page: Page, email: string, steps: string[]): Promise<void> {
  const [cart] = await cartsOf(page, email);
  await page.goto(`/carts/${cart?.id}`);
  const way = page.getByRole("list", { name: /^Steps in By/ }).getByRole("listitem");
  await expect(way).toHaveCount(steps.length);
  for (const [place, title] of steps.entries()) await expect(way.nth(place)).toContainText(title);
}

/** The same cart walked ahead of time, as when it was abandoned: the same decisions. */
async function tryIt(page: Page, { sequence, email }: { sequence: string; email: string }): Promise<void> {
  await page.goto(sequence);
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByLabel("Find a real cart").fill(email);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page.getByRole("button", { name: /Anna/ }).click();
  await expect(page.getByText(`The cart of ${email}`)).toBeVisible();
  const decisions = page.getByRole("list", { name: "What would happen" });
  await expect(decisions.getByText("Split: no", { exact: true })).toBeVisible();
  await expect(decisions.getByText("Sends “Reminder”", { exact: true })).toHaveCount(2);
  await expect(decisions.getByText("Finished", { exact: true })).toBeVisible();
  await decisions.getByRole("button", { name: "Show the message" }).first().click();
  await expect(decisions.locator("iframe")).toBeVisible();
}

/** Opens each mail to an address in the outbox, the newest first, and reads it. */
async function readMails(page: Page, email: string, { lang, says }: { lang: string; says: RegExp[] }): Promise<void> {
  await page.goto(`/outbox?search=${encodeURIComponent(email)}`);
  const mails = page.getByRole("list", { name: "Mail" }).getByRole("button");
  await expect(mails).toHaveCount(says.length);
  for (const [place, words] of says.entries()) {
    await mails.nth(place).click();
    await expect(mails.nth(place)).toHaveAttribute("aria-current", "true");
    const message = page.frameLocator("article iframe");
    await expect(message.locator("html")).toHaveAttribute("lang", lang);
    await expect(message.locator("body")).toContainText(words);
  }
}
