import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { untilTold } from "#app/api/webhooks/answers.ts";
import { currentTime } from "#db/clock.ts";
import { workerSql } from "#db/connections.ts";
import { newId } from "#db/ids.ts";
import { type Said, stateOf, tell } from "#db/testing/stream.ts";
import { platforms } from "#integrations/platforms.ts";
import { logFault } from "./log.ts";
import { type House, openHouse } from "./testing/house.ts";
import { connectSender, type Sender } from "./testing/senders.ts";
import { createLadderTenant } from "./testing/tenant.ts";
import { cartUpdated, lamp, orderPlaced } from "./testing/webhooks.ts";

vi.mock("./log.ts", () => ({ logFault: vi.fn() }));

let house: House;
let sender: Sender;
let start: Date;
beforeAll(async () => {
  house = await openHouse();
  start = await currentTime();
  sender = await connectSender((await createLadderTenant(start)).tenantId, "custom", start);
});
afterAll(() => house?.close());

const people = 200;
const emailOf = (person: number) => `person-${person}@example.com`;
const ago = (minutes: number) => new Date(start.getTime() - minutes * 60_000);
/** Of five people three buy at once, one before our mail would leave, and one never. */
const buysAtOnce = (person: number) => person % 5 < 3;
const buysLate = (person: number) => person % 5 === 3;

/** A person's way on two devices: named on the second only, where the first cart's lines are changed and removed. */
function caseOf(person: number): object[] {
  const customer = { email: emailOf(person), firstName: "Mia", acceptsMarketing: true };
  const [laptop, phone] = [`laptop-${person}`, `phone-${person}`];
  const anonymous = (at: Date, lines: object[]) => {
    const event = cartUpdated(laptop, customer, at, lines);
    return { ...event, data: { ...event.data, customer: undefined } };
  };
  return [
    anonymous(ago(50), [lamp]),
    anonymous(ago(40), [lamp, { ...lamp, id: "2" }]),
    anonymous(ago(30), [{ ...lamp, id: "2", quantity: 3 }]),
    cartUpdated(laptop, { ...customer, email: customer.email.toUpperCase() }, ago(20)),
    cartUpdated(phone, customer, ago(15 - (person % 3))),
  ];
}

function orderOf(person: number): object {
  // By the address alone, by the older cart's token alone, or by both.
  const customer = person % 2 ? { email: emailOf(person) } : { email: `${person}@work.example` };
  const tokens = person % 2 && person % 3 ? [] : [`laptop-${person}`, `phone-${person}`];
  return orderPlaced(`order-${person}`, { customer, tokens, total: 100 }, ago(5));
}

type Delivery = { body: string; deliveryId: string };

/** All of it twice, under the same delivery's name and under another, in an order that only the seed knows. */
function shuffled(events: object[], seed: number): Delivery[] {
  const bodies = events.map((event) => JSON.stringify(event));
  const once = bodies.map((body, index) => ({ body, deliveryId: `${seed}-${index}` }));
  const again = once.map((delivery, index) =>
    index % 2 ? delivery : { ...delivery, deliveryId: `again-${seed}-${index}` },
  );
  const all = [...once, ...again];
  const [mixed = []] = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), { numRuns: 1, seed });
  return mixed;
}

async function burst(deliveries: Delivery[]): Promise<void> {
  const waiting = [...deliveries];
  const one = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const answer = await sender.send(next.body, { deliveryId: next.deliveryId });
      expect(answer.status).toBe(200);
    }
  };
  await Promise.all(Array.from({ length: 40 }, one));
  await untilTold();
  // The last few wait for a batch that time alone ends.
  await expect.poll(pending, { timeout: 120_000, interval: 250 }).toBeLessThan(100);
  await house.advance(1);
  expect(await pending()).toBe(0);
}

async function pending(): Promise<number> {
  const [row] = await workerSql()<{ count: number }[]>`
    select count(*)::int as count from webhook_events where outcome = 'pending'`;
  return row?.count ?? -1;
}

/** The same events as words of another tenant, once each and in the order in which they happened, each kept before the next. */
async function calmly(events: object[], shop: string): Promise<string> {
  const tenantId = newId("tenant", start);
  for (const event of events) {
    const body = Buffer.from(JSON.stringify(event));
    const said = platforms.custom.translate({ topic: "", body, shopCurrency: "EUR", receivedAt: start });
    if (said.kind !== "events") throw new Error("an event was not understood");
    const words = said.events.flatMap((one): Said[] => {
      if (one.kind === "cart") return [{ kind: "cart", shop, cart: one.cart }];
      return one.kind === "order" ? [{ kind: "order", shop, order: one.order }] : [];
    });
    await tell(words, start, tenantId);
  }
  return tenantId;
}

test("thousands of events, shuffled and doubled, come to what one after the other does, and nobody is mailed who bought", async () => {
  const everybody = Array.from({ length: people }, (_, person) => person);
  const first = [...everybody.flatMap(caseOf), ...everybody.filter(buysAtOnce).map(orderOf)];
  const deliveries = shuffled(first, 7);
  expect(deliveries.length).toBeGreaterThan(2_000);
  await burst(deliveries);
  const state = await stateOf(sender.tenantId);
  expect(state.carts).toHaveLength(2 * people);

  await house.advance(61);
  const later = everybody.filter(buysLate).map(orderOf);
  await burst(shuffled(later, 8));
  await house.advance(121);
  await house.advance(10);
  const mailed = await workerSql()<{ email: string; status: string }[]>`
    select to_address as email, status from messages where tenant_id = ${sender.tenantId}`;
  const never = everybody.filter((person) => !buysAtOnce(person) && !buysLate(person)).map(emailOf);
  expect(mailed.map((one) => one.email).sort()).toEqual(never.sort());
  expect(new Set(mailed.map((one) => one.status))).toEqual(new Set(["sent"]));
  const outcomes = await workerSql()`select distinct outcome from webhook_events`;
  expect(outcomes).toEqual([{ outcome: "applied" }]);
  expect(vi.mocked(logFault)).not.toHaveBeenCalled();
  expect(state).toEqual(await stateOf(await calmly(first, sender.shopId)));
}, 900_000);
