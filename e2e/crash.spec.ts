import { expect, test } from "@playwright/test";
import { workerSql } from "#db/connections.ts";
import { signLink } from "#db/link-tokens.ts";
import { chooseArm } from "#domain/enrollment.ts";
import { createLadderTenant } from "#inngest/testing/tenant.ts";
import { chanceOf } from "./fixtures/chance.ts";
import { type Installation, openInstallation, persist } from "./fixtures/installation.ts";
import { drawKills, type Progress, strike } from "./fixtures/kills.ts";
import { readOutcome } from "./fixtures/outcome.ts";
import { standingStill, untilAtRest } from "./fixtures/rest.ts";
import { tellOfCarts, tellOfOrders } from "./fixtures/shop-front.ts";
import { clicksBeforeOrdering, drawShoppers, type Moment, mailCounts } from "./fixtures/shoppers.ts";

// Another number tells another story of who orders when and what dies when.
const seed = Number(process.env.CRASH_SEED ?? 20_260_302);
const carts = 200;
const minute = 60_000;
const hour = 60 * minute;

let installation: Installation;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  installation = await openInstallation();
});
test.afterAll(() => installation?.stop());

test("200 carts get exactly their mails, while everything is killed twice", async () => {
  test.setTimeout(1_800_000);
  const { app, advanceTo } = installation;
  const chance = chanceOf(seed);
  const shoppers = drawShoppers(carts, chance);
  const kills = drawKills(chance);
  const start = await app.clock.now();
  const tenant = await createLadderTenant(start, { holdoutShare: 10 });
  const shop = { url: app.url, ...tenant };
  const experiment = (await readOutcome(tenant.tenantId)).experiment;

  const rest = () => untilAtRest(installation, tenant.tenantId);
  const dying = async (...stages: Progress[]) => {
    for (const kill of kills.filter((one) => stages.includes(one.at)))
      await strike(installation, tenant.tenantId, kill);
  };
  const order = async (moment: Moment) => {
    const buyers = shoppers.filter((one) => one.orders === moment);
    for (const one of buyers.filter((buyer) => clicksBeforeOrdering(buyer, experiment))) await click(one.email);
    await tellOfOrders(shop, buyers, await persist(app.clock.now));
  };
  const click = async (email: string) => {
    const [message] = await workerSql()<{ id: string }[]>`select id from messages
      where tenant_id = ${tenant.tenantId} and to_address = ${email} and status = 'sent' order by position desc limit 1`;
    const token = signLink({ kind: "r", tenantId: tenant.tenantId, messageId: message?.id ?? "" });
    expect((await fetch(`${app.url}/r/${token}`, { redirect: "manual" })).status).toBe(302);
  };
  /** Leaps to where the next mails are due; some order and something dies while they are made and sent. */
  const mailsDue = async (at: Date, during: Moment, ...stages: Progress[]) => {
    await Promise.all([advanceTo(at).then(() => order(during)), dying(...stages)]);
    await rest();
  };

  await test.step("the carts come in", async () => {
    await Promise.all([tellOfCarts(shop, shoppers, start), dying("webhooks")]);
    await rest();
    await order("before abandonment");
    await rest();
  });
  await test.step("they go quiet", async () => {
    await Promise.all([advanceTo(new Date(start.getTime() + 61 * minute)), dying("enrollments")]);
    await rest();
    await order("before the first mail");
    await rest();
  });
  const abandonedAt = start.getTime() + hour;
  const due = (hours: number) => new Date(abandonedAt + hours * hour + minute);
  await test.step("the first mails", async () => {
    await mailsDue(due(2), "during the first mail", "first drafts", "first mails");
    await order("after the first mail");
    await rest();
  });
  await test.step("the second mails", async () => {
    await mailsDue(due(24), "during the second mail", "second decisions");
    await order("after the second mail");
    await rest();
  });
  await test.step("the third mails", async () => {
    await mailsDue(due(72), "during the third mail", "third mails");
    await order("after the third mail");
    await rest();
  });

  const outcome = await readOutcome(tenant.tenantId);
  const buyers = shoppers.filter((one) => one.orders !== null);
  expect(await standingStill(tenant.tenantId)).toEqual(
    Object.fromEntries(Object.keys(await standingStill(tenant.tenantId)).map((kind) => [kind, 0])),
  );
  expect(outcome.webhooks).toEqual({ applied: carts + buyers.length });
  expect(outcome.openEnrollments).toBe(0);
  expect(Object.keys(outcome.messageStates).filter((state) => !["sent", "stopped"].includes(state))).toEqual([]);
  for (const shopper of shoppers) {
    const story = outcome.storyOf(shopper.email);
    const positions = story.sent.map((message) => message.position);
    expect(positions, `${shopper.email} gets each mail once, in order`).toEqual([...positions.keys()]);
    expect(mailCounts(shopper, experiment), `${shopper.email} ${shopper.orders ?? ""}`).toContain(positions.length);
    const orderedAt = story.order?.createdAt;
    // Where the two race, what was being handed over while the order was stored may bear the later time.
    const race = shopper.orders?.startsWith("during") ? minute : 0;
    for (const { sentAt } of story.sent)
      if (orderedAt)
        expect(
          sentAt.getTime() - orderedAt.getTime(),
          `${shopper.email} is left alone once ordered`,
        ).toBeLessThanOrEqual(race);
    const arm = chooseArm(experiment.id, shopper.email, experiment.arms)?.name;
    expect(story.arms).toEqual(shopper.orders === "before abandonment" ? [] : [arm]);
    expect(story.credits).toEqual(
      shopper.orders === null
        ? []
        : clicksBeforeOrdering(shopper, experiment)
          ? [{ messageId: story.sent.at(-1)?.id, reason: null, amount: shopper.total }]
          : [{ messageId: null, reason: "no_click", amount: 0 }],
    );
  }
});
