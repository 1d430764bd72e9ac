import { openReceiver, type Receiver, verified } from "#inngest/testing/receiver.ts";
import { expect, test } from "./fixtures/app.ts";
import { clean } from "./fixtures/clean.ts";
import { signIn } from "./fixtures/shopping.ts";

let receiver: Receiver;
test.beforeEach(async ({ page, app }) => {
  receiver = await openReceiver();
  await signIn(page, app);
});
test.afterEach(() => receiver.close());

test("a program is told by a signed post, a test is seen to arrive, and an event is told once more", async ({
  page,
}) => {
  await page.goto("/settings/webhooks-out");
  await page.getByRole("button", { name: "New webhook" }).click();
  const form = page.getByRole("dialog", { name: "New webhook" });
  await form.getByLabel("Name").fill("Warehouse");
  await form.getByLabel("Address").fill(receiver.url);
  await form.getByLabel("A cart was left").check();
  await clean(page);
  await form.getByRole("button", { name: "Make webhook" }).click();
  const shown = page.getByRole("dialog", { name: "Signing secret" });
  const secret = await shown.getByText(/^whsec_/).innerText();
  await shown.getByRole("button", { name: "Done" }).click();

  await page.getByRole("link", { name: "Warehouse" }).click();
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByText("The test was taken")).toBeVisible();
  expect(receiver.heard.map((heard) => verified(heard, secret))).toMatchObject([{ type: "webhook.test", version: 1 }]);

  receiver.answer = { status: 503, body: "the shelves are full" };
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByText("The test was not taken")).toBeVisible();
  await page.getByLabel("State").selectOption("Failed");
  await page.waitForURL("**?state=failed");
  await page.getByRole("region", { name: "Deliveries" }).getByRole("button", { name: "Test" }).first().click();
  const entry = page.getByRole("dialog", { name: "Test" });
  await expect(entry.getByText("the shelves are full")).toBeVisible();
  await clean(page);

  receiver.answer = { status: 200 };
  await entry.getByRole("button", { name: "Replay" }).click();
  await expect(entry.getByText("Delivered", { exact: true })).toBeVisible();
  const [, refused, again] = receiver.heard;
  expect(again && verified(again, secret)).toMatchObject({ type: "webhook.test" });
  expect(again?.headers["webhook-id"]).toBe(refused?.headers["webhook-id"]);

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("It is back")).toBeVisible();
  await expect(page.getByRole("link", { name: "Warehouse" })).toBeVisible();

  await page.getByRole("link", { name: "Warehouse" }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("region", { name: "Removed webhooks" }).getByText("Warehouse")).toBeVisible();
  await clean(page);
  await page.getByRole("button", { name: "Restore Warehouse" }).click();
  await expect(page.getByRole("link", { name: "Warehouse" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Restore Warehouse" })).toBeHidden();
});
