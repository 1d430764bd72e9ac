import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/app.ts";
import { withdraw } from "./fixtures/building.ts";
import { signIn } from "./fixtures/shopping.ts";

test.use({ viewport: { width: 1440, height: 1000 } });
test.beforeEach(async ({ page, app }) => signIn(page, app));

test("a copy of the reminder gets own words, order, colour and German, and a sequence sends it", async ({ page }) => {
  await begin(page, "Ours");
  const message = page.frameLocator("iframe[title='The message']");
  await expect(message.locator("[data-block='heading']")).toBeVisible();

  await message.locator("[data-block='heading']").click();
  await page.getByRole("switch", { name: "From the writer" }).click();
  await page.getByLabel("Heading", { exact: true }).fill("Still yours, ");
  await page.getByRole("button", { name: "Insert a fact" }).click();
  await page.getByRole("menuitem", { name: "First product" }).click();
  await expect(message.locator("h1")).toContainText(/^Still yours, \S/);
  await expect(message.locator("h1")).not.toContainText("{{");

  await page.getByRole("button", { name: /^Writer's words/ }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByRole("list", { name: "Blocks" }).getByRole("listitem").first()).toContainText(
    "Writer's words",
  );

  await page.getByRole("button", { name: "Close the block" }).click();
  await page.getByRole("switch", { name: "Accent and button: a colour of its own" }).click();
  await page.getByLabel("Accent and button", { exact: true }).fill("#8a2be2");
  await expect(message.locator("a.button")).toHaveCSS("background-color", "rgb(138, 43, 226)");

  await page.getByLabel("Language").selectOption("de");
  await page.getByRole("button", { name: /^Heading/ }).click();
  await expect(page.getByText("Shown in English until it is written in German.")).toBeVisible();
  await page.getByLabel("Heading", { exact: true }).fill("Liegt noch bereit");
  await expect(message.locator("h1")).toHaveText("Liegt noch bereit");

  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Version 1 is sent from now on")).toBeVisible();

  await page.getByRole("button", { name: "Send a test to me" }).click();
  await page.getByRole("button", { name: "Read it" }).click();
  await page.waitForURL("**/outbox?mail=*");
  await expect(page.frameLocator("iframe").locator("h1")).toHaveText("Liegt noch bereit");

  const sequence = await useInSequence(page, "Ours");
  await page.goto("/templates");
  const row = page.getByRole("row", { name: /Ours/ });
  await expect(row).toContainText("Wears ours");
  await expect(row).toContainText("English, German");
  await withdraw(page, sequence);
});

test("a template with a fault cannot be published, and says where the fault is", async ({ page }) => {
  await begin(page, "Faulty");
  await page.getByRole("button", { name: "Add a block" }).click();
  await page.getByRole("menuitem", { name: "Own text" }).click();
  await page.getByLabel("Text", { exact: true }).fill("Hello {{contact.firstName}");
  await expect(page.getByText("A slot is not closed").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
  await page.getByRole("button", { name: "Close the block" }).click();
  await page.getByRole("tab", { name: "Checks" }).click();
  await page.getByRole("button", { name: "Go there" }).click();
  await page.getByLabel("Text", { exact: true }).fill("Hello {{contact.firstName}}");
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeEnabled();
});

async function begin(page: Page, name: string): Promise<void> {
  await page.goto("/templates");
  await page.getByRole("button", { name: "New template" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
}

/** A live sequence that sends the template; its address. */
async function useInSequence(page: Page, template: string): Promise<string> {
  await page.goto("/sequences");
  await page.getByRole("button", { name: "New sequence" }).click();
  await page.getByRole("radio", { name: /Empty canvas/ }).click();
  await page.getByLabel("Name").fill("Wears ours");
  await page.getByRole("button", { name: "Create" }).click();
  for (const kind of ["Wait", "Message"]) {
    await page.getByRole("button", { name: "Add a step here" }).click();
    await page.getByRole("menuitem", { name: kind, exact: true }).click();
  }
  await page.getByLabel("Template").selectOption({ label: template });
  await expect(page.getByText("Ready", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText(/^Version \d+ is live$/)).toBeVisible();
  return page.url();
}
