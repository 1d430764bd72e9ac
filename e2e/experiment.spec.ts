import { availableParallelism } from "node:os";
import { expect, type Page, test } from "@playwright/test";
import { createMember } from "#db/members.ts";
import { withScope } from "#db/scope.ts";
import { createLadderTenant, type TestTenant } from "#inngest/testing/tenant.ts";
import { clean } from "./fixtures/clean.ts";
import { type Installation, openInstallation } from "./fixtures/installation.ts";
import { patientPage } from "./fixtures/patient-page.ts";
import { untilAtRest } from "./fixtures/rest.ts";
import { tellOfCartsTogether, tellOfOrdersTogether } from "./fixtures/shop-batches.ts";
import type { Shopper } from "./fixtures/shoppers.ts";
import { behave, manyShoppers, subjectsSent } from "./fixtures/tried-shoppers.ts";

// The same without a browser: inngest/experiment-truth.db.test.ts. A cart costs some 0.15 s of processor time on its way, so
// that two thousand take two cores three minutes when nobody else wants them; EXPERIMENT_CARTS asks for fewer, who find
// the same effect with wider intervals.
const carts = Number(process.env.EXPERIMENT_CARTS ?? (availableParallelism() >= 2 ? 2_000 : 200));
// Some carts at a time, as a shop's day brings them, so that the path is never asked to hold them all at once.
const atOnce = 500;
const minute = 60_000;
const mostLooks = 10_000;
const truth = { nothing: 0.1, asItIs: 0.2, changed: 0.3 };
const subject = "Still thinking it over?";

let installation: Installation;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  installation = await openInstallation();
});
test.afterAll(() => installation?.stop());

test(`an experiment is set up in the browser, and after ${carts} carts its interval covers the true effect`, async ({
  browser,
}) => {
  test.setTimeout(Math.max(600_000, carts * 900));
  const { app } = installation;
  const tenant = await createLadderTenant(await app.clock.now());
  const page = patientPage(await browser.newPage({ baseURL: app.url }));
  await signInAt(page, tenant, await app.clock.now());

  const path = await test.step("it is set up and started", () => setUp(page, tenant));
  const shoppers = await manyShoppers(tenant.tenantId, path.split("/").at(-1) ?? "", carts);
  await test.step("the carts come, go quiet, and are written to", async () => {
    for (let from = 0; from < carts; from += atOnce) await leave(tenant, shoppers.slice(from, from + atOnce));
  });
  const behaved = behave(shoppers, await subjectsSent(tenant.tenantId), { subject, truth });
  await test.step("shoppers order as what came of their cart makes them", async () => {
    const buyers = Object.values(behaved).flatMap((group) => group.buyers);
    await tellOfOrdersTogether({ url: app.url, ...tenant }, buyers, await app.clock.now());
    await untilAtRest(installation, tenant.tenantId, mostLooks);
    // A look is kept for ten minutes.
    await pass(11);
  });

  await page.goto(path);
  const arms = page.getByRole("region", { name: "Arms", exact: true });
  const counted = { "As it is": behaved.asItIs, B: behaved.changed, Holdout: behaved.nothing };
  for (const [arm, { all, buyers }] of Object.entries(counted)) {
    const cells = arms.getByRole("row", { name: new RegExp(`^${arm}\\b`) }).getByRole("cell");
    await expect(cells.nth(2)).toHaveText(all.length.toLocaleString("en"));
    await expect(cells.nth(4)).toHaveText(buyers.length.toLocaleString("en"));
  }
  expect(behaved.asItIs.all.length + behaved.changed.all.length + behaved.nothing.all.length).toBe(carts);

  const lifts = page.getByRole("region", { name: "Comparisons" });
  const cellsOf = async (pair: RegExp) => {
    const row = lifts.getByRole("row", { name: pair });
    await expect(row).toHaveCount(1);
    return row.getByRole("cell").allInnerTexts();
  };
  const [, relative, absolute] = await cellsOf(/^B\s*against As it is/);
  covers(relative, (truth.changed / truth.asItIs - 1) * 100);
  covers(absolute, (truth.changed - truth.asItIs) * 100);
  const [, , overNothing] = await cellsOf(/^B\s*against Holdout/);
  covers(overNothing, (truth.changed - truth.nothing) * 100);
  await expect(page.getByText(/^As the shares promise/)).toBeVisible();
  await clean(page);
  await settle(page);
});

async function signInAt(page: Page, { tenantId }: TestTenant, now: Date): Promise<void> {
  const person = { email: "mara@tried.example", password: "a long enough password" };
  await withScope(tenantId, (scope) => createMember(scope, { ...person, name: "Mara", role: "marketer", now }));
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/overview");
}

/** From the builder's step to an experiment that runs; returns where it is. */
async function setUp(page: Page, { sequenceId }: TestTenant): Promise<string> {
  await page.goto(`/sequences/${sequenceId}`);
  await page.getByRole("radio", { name: "List" }).click();
  await page
    .getByRole("list", { name: "Steps" })
    .getByRole("button", { name: /Reminder/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Test this step" }).click();
  await page.waitForURL("**/experiments/new?*");
  await page.getByLabel("Name", { exact: true }).first().fill("Shorter subject");
  const wrong = page.getByRole("list", { name: "What keeps it from being started" });
  await expect(wrong).toContainText("B: Something that the message cannot be without is empty.");
  const changed = page.getByRole("group", { name: "B", exact: true });
  await expect(changed.getByLabel("At which step")).toHaveValue("reminder");
  await changed.getByLabel("Subject").fill(subject);
  await page.getByLabel("Share of B in percent").fill("40");
  await expect(page.getByLabel("Share of As it is in percent")).toHaveValue("50");
  await page.getByRole("button", { name: "Even shares" }).click();
  await expect(page.getByLabel("Share of B in percent")).toHaveValue("45");
  await expect(page.getByText("Nobody entered this sequence in the last four weeks")).toBeVisible();
  await expect(page.getByText("Nothing keeps it from being started.")).toBeVisible();
  await clean(page);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForURL(/\/experiments\/exp_/);
  await expect(page.getByText("Nobody has been assigned yet.").first()).toBeVisible();
  await expect(page.getByRole("list", { name: "What was done" })).toContainText("By Mara");
  return new URL(page.url()).pathname;
}

/** Carts are filled and left, and each gets what its arm gets at the first step. */
async function leave(tenant: TestTenant, shoppers: Shopper[]): Promise<void> {
  const { app } = installation;
  await tellOfCartsTogether({ url: app.url, ...tenant }, shoppers, await app.clock.now());
  await untilAtRest(installation, tenant.tenantId, mostLooks);
  await pass(61);
  await untilAtRest(installation, tenant.tenantId, mostLooks);
  await pass(121);
  await untilAtRest(installation, tenant.tenantId, mostLooks);
}

async function pass(minutes: number): Promise<void> {
  const { app, advanceTo } = installation;
  await advanceTo(new Date((await app.clock.now()).getTime() + minutes * minute));
}

/** Whether a cell such as "+50.0% +14.1% to +85.9%" holds an effect in its interval. */
function covers(cell: string | undefined, effect: number): void {
  const numbers = [...(cell ?? "").replaceAll("−", "-").matchAll(/[+-][\d.]+/g)].map(([found]) => Number(found));
  const [lift, low = Number.NaN, high = Number.NaN] = numbers;
  expect(numbers, cell).toHaveLength(3);
  expect(low, cell).toBeLessThan(lift ?? Number.NaN);
  expect(low, cell).toBeLessThanOrEqual(effect);
  expect(high, cell).toBeGreaterThanOrEqual(effect);
}

/** A pause with its reason, taken back, and the conclusion that freezes what was found. */
async function settle(page: Page): Promise<void> {
  const done = page.getByRole("list", { name: "What was done" });
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByLabel("Why").fill("A look at the figures");
  await page.getByRole("dialog").getByRole("button", { name: "Pause" }).click();
  await expect(done).toContainText("By Mara: A look at the figures");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(done).toContainText("By Mara: Taken back");
  await page.getByRole("button", { name: "Conclude" }).click();
  await page.getByLabel("Why").fill("Enough is known");
  await page.getByRole("dialog").getByRole("button", { name: "Conclude" }).click();
  await expect(page.getByText(/^Frozen as it stood on/)).toBeVisible();
  await page.getByRole("button", { name: "Promote a winner" }).click();
  await page.getByLabel("Which arm").selectOption("B");
  await page.getByRole("dialog").getByRole("button", { name: "Promote" }).click();
  await expect(page.getByText("Everybody who enters now gets the winning arm.")).toBeVisible();
}
