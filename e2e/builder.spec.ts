import type { Locator, Page } from "@playwright/test";
import type { SequenceDraft } from "#domain/sequence-draft.ts";
import { expect, test } from "./fixtures/app.ts";
import { signIn } from "./fixtures/shopping.ts";

test.use({ viewport: { width: 1440, height: 1000 } });
test.beforeEach(async ({ page, app }) => signIn(page, app));

/** wait → message → split: yes → message, no → wait → message. */
const shape = ["message", "message", "message", "split", "wait", "wait"];

test("builds five steps and a split from an empty canvas by mouse", async ({ page }) => {
  await begin(page, "By mouse");
  await page.getByRole("button", { name: "Add a step here" }).click();
  await page.getByRole("menuitem", { name: "Wait", exact: true }).click();
  await page.getByLabel("Wait for", { exact: true }).fill("2");
  await page.getByLabel("Wait for, unit").selectOption("hours");
  await page.getByRole("button", { name: "Add a step here" }).click();
  await page.getByRole("menuitem", { name: "Message" }).click();
  await page.getByRole("button", { name: "Add a step here" }).click();
  await page.getByRole("menuitem", { name: "Split on a condition" }).click();
  await expect(page.getByRole("button", { name: /problems?$/ })).toBeVisible();
  await page.getByRole("button", { name: "Say what decides", exact: true }).click();
  await value(page).fill("80");
  await page.getByRole("button", { name: "Add a step to “Yes”" }).click();
  await page.getByRole("menuitem", { name: "Message" }).click();
  await page.getByLabel("Template").selectOption({ label: "Free shipping" });
  await page.getByRole("button", { name: "Add a step to “No”" }).click();
  await page.getByRole("menuitem", { name: "Message" }).click();
  await page.getByRole("button", { name: "Insert a step into “No”" }).click();
  await page.getByRole("menuitem", { name: "Wait", exact: true }).click();
  await expectBuilt(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText(/^Version \d+ is live$/)).toBeVisible();
});

test("builds the same by keyboard alone", async ({ page }) => {
  await begin(page, "By keyboard");
  await card(page, "Beginning: A cart is abandoned").focus();
  await insert(page, "wait");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Wait for", { exact: true })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2");
  await page.keyboard.press("Escape");
  await insert(page, "message");
  await insert(page, "split");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await tabTo(page, value(page));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("80");
  await page.keyboard.press("Escape");
  await expect(card(page, /^Split\. Cart value/)).toBeFocused();
  await insert(page, "message");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Add a step to “No”" })).toBeFocused();
  await page.keyboard.press("Enter");
  await choose(page, "message");
  await expect(card(page, /^Reminder\./).last()).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(card(page, /^Split\./)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  const messages = card(page, /^Reminder\./);
  await expect(messages).toHaveCount(3);
  await expect(card(page, /^Split\./)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(messages.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(messages.nth(2)).toBeFocused();
  await insert(page, "wait");
  await expect(card(page, /^Wait 1 day\./)).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expectBuilt(page);
});

test("of two people who change the same sequence the second sees it, and loses nothing", async ({ page, context }) => {
  await begin(page, "By two");
  const other = await context.newPage();
  await other.goto(page.url());
  await add(page, "Message");
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await add(other, "Wait");
  await expect(other.getByRole("alert").getByText(/saved other changes/)).toBeVisible();
  await other.getByRole("button", { name: "Take theirs" }).click();
  await expect(card(other, /^Reminder\./)).toBeVisible();
  await other.getByRole("button", { name: "Undo" }).click();
  await expect(card(other, /^Wait 1 day\./)).toBeVisible();
  await expect(other.getByText(/^Saved/)).toBeVisible();
  expect((await draftOf(other)).graph.steps.map(({ kind }) => kind)).toEqual(["wait"]);
});

test("on a phone the sequence is a list, and a step is put in from it", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await begin(page, "On a phone");
  await expect(page.getByRole("list", { name: "Steps" })).toBeVisible();
  await add(page, "Message");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Steps" }).getByRole("button", { name: /Reminder/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

async function begin(page: Page, name: string): Promise<void> {
  await page.goto("/sequences");
  await page.getByRole("button", { name: "New sequence" }).click();
  await page.getByRole("radio", { name: /Empty canvas/ }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a step here" })).toBeVisible();
}

const value = (page: Page): Locator => page.getByRole("textbox", { name: "Value", exact: true });

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 20; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

const card = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name });

async function add(page: Page, kind: string): Promise<void> {
  await page.getByRole("button", { name: "Add a step here" }).click();
  await page.getByRole("menuitem", { name: kind, exact: true }).click();
}

/** Puts a step behind the focused card, by the letters of its kind. */
async function insert(page: Page, kind: string): Promise<void> {
  await page.keyboard.press("n");
  await choose(page, kind);
}

async function choose(page: Page, kind: string): Promise<void> {
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.type(kind);
  await expect(page.getByRole("menuitem", { name: new RegExp(`^${kind}`, "i") }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeHidden();
}

async function draftOf(page: Page): Promise<SequenceDraft> {
  const id = page.url().split("/").at(-1);
  return (await page.request.get(`/api/sequences/${id}/draft`)).json();
}

async function expectBuilt(page: Page): Promise<void> {
  await expect(page.getByText("Ready", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  const { graph } = await draftOf(page);
  const step = (id: string | null | undefined) => graph.steps.find((one) => one.id === id);
  expect(graph.steps.map(({ kind }) => kind).toSorted()).toEqual(shape);
  const first = step(graph.start);
  expect(first).toMatchObject({ kind: "wait", minutes: expect.any(Number) });
  const message = first?.kind === "wait" ? step(first.next) : undefined;
  const split = message?.kind === "message" ? step(message.next) : undefined;
  expect(split).toMatchObject({ kind: "split", when: { of: [{ field: "cart.value", value: { amount: 8000 } }] } });
  if (split?.kind !== "split") return;
  expect(step(split.yes)?.kind).toBe("message");
  const no = step(split.no);
  expect(no?.kind).toBe("wait");
  expect(no?.kind === "wait" ? step(no.next)?.kind : null).toBe("message");
}
