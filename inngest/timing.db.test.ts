import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsMarkAbandoned } from "#db/across-tenants-jobs.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { queueMessage } from "#db/messages.ts";
import { carts } from "#db/schema/carts.ts";
import { contactHours, contacts } from "#db/schema/contacts.ts";
import { decisions, messages } from "#db/schema/messages.ts";
import { enrollments } from "#db/schema/sequences.ts";
import { shops } from "#db/schema/shops.ts";
import { visits } from "#db/schema/triggers.ts";
import { type Scope, withScope } from "#db/scope.ts";
import type { Policy } from "#db/tenants.ts";
import { defaultTiming } from "#domain/timing/timing-policy.ts";
import { decideStep } from "./decide-step.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { enrollCart } from "./enroll-cart.ts";
import { queueFirstMessages, storeCart } from "./testing/queue.ts";
import { rowsOf } from "./testing/story.ts";
import { createLadderTenant } from "./testing/tenant.ts";

const database = await createTestDatabase();
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const after = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
const day = { from: 480, to: 1_260 };
const allWeek = (span: typeof day | null) => ({
  mon: span,
  tue: span,
  wed: span,
  thu: span,
  fri: span,
  sat: span,
  sun: span,
});
const byDay = { ...defaultTiming.sendRules, email: { days: allWeek(day), quiet: null } };
const notByNight = { days: allWeek({ from: 0, to: 1_440 }), quiet: { from: 1_320, to: 420 } };
const quietNights = { ...defaultTiming.sendRules, email: notByNight };

type World = { policy?: Partial<Policy>; zone?: string; before?: (scope: Scope, due: Date) => Promise<unknown> };

/** Asks for a first message that is due at an instant, and again when it is told to: what it waited for, and until when. */
async function waitsOf(due: Date, { policy = {}, zone = "Europe/Berlin", before }: World) {
  const tenant = await createLadderTenant(after(due, -300), { policy });
  const { tenantId } = tenant;
  const cartId = await storeCart(tenant, "mia@example.com", after(due, -240));
  await acrossTenantsMarkAbandoned([{ tenantId, id: cartId, abandonedAt: after(due, -120) }]);
  await withScope(tenantId, (scope) => scope.db.update(contacts).set({ timeZone: zone }));
  const [started] = await enrollCart(tenantId, cartId, after(due, -119));
  const enrollmentId = started?.data.enrollmentId ?? "";
  if (before) await withScope(tenantId, (scope) => before(scope, due));
  let now = due;
  for (let asked = 0; asked < 5; asked++) {
    const answer = await decideStep(tenantId, enrollmentId, 0, now);
    if (answer.kind !== "wait") break;
    now = new Date(answer.until);
  }
  const rows = await rowsOf(tenant, (scope) => scope.db.select().from(decisions).orderBy(decisions.ordinal));
  return rows.map((row) =>
    row.kind === "wait" ? `${row.reason} until ${row.until?.toISOString().slice(0, 16)}` : row.kind,
  );
}

test.each([
  ["Berlin's spring change", "Europe/Berlin", byDay, "2026-03-28T22:00Z", "2026-03-29T06:00"],
  ["Berlin's autumn change", "Europe/Berlin", byDay, "2026-10-24T21:00Z", "2026-10-25T07:00"],
  ["New York's spring change", "America/New_York", byDay, "2026-03-08T03:00Z", "2026-03-08T12:00"],
  ["New York's autumn change", "America/New_York", byDay, "2026-11-01T03:00Z", "2026-11-01T13:00"],
  ["the south's spring change", "Australia/Sydney", byDay, "2026-10-03T12:00Z", "2026-10-03T21:00"],
  ["the south's autumn change", "Australia/Sydney", byDay, "2026-04-04T12:00Z", "2026-04-04T22:00"],
  ["half an hour's zone", "Asia/Kolkata", byDay, "2026-03-28T18:00Z", "2026-03-29T02:30"],
  ["three quarters' zone", "Asia/Kathmandu", byDay, "2026-03-28T18:00Z", "2026-03-29T02:15"],
  ["a change of half an hour", "Australia/Lord_Howe", byDay, "2026-10-03T12:00Z", "2026-10-03T21:00"],
  ["quiet hours over spring's change", "Europe/Berlin", quietNights, "2026-03-28T22:30Z", "2026-03-29T05:00"],
  ["quiet hours over autumn's change", "Europe/Berlin", quietNights, "2026-10-24T22:30Z", "2026-10-25T06:00"],
])(
  "a message waits over the night of %s and leaves in the morning of the shopper",
  async (...[, zone, sendRules, due, at]) => {
    expect(await waitsOf(new Date(due), { zone, policy: { sendRules } })).toEqual([
      `outside_send_window until ${at}`,
      "send",
    ]);
  },
);

const noon = new Date("2026-03-10T12:00:00Z");

async function sentBefore(scope: Scope, at: Date) {
  const [open] = await scope.db.select().from(enrollments);
  if (!open) throw new Error("nobody entered");
  const { id: enrollmentId, cartId, contactId } = open;
  const words = { draftId: "drf_old", position: 9, incentiveId: null, subject: "Before" };
  const from = { decisionId: `dec_${at.getTime()}`, toAddress: "mia@example.com", fromAddress: "hello@shop.example" };
  const id = await queueMessage(scope, { ...words, ...from, enrollmentId, cartId, contactId }, at);
  await scope.db.update(messages).set({ status: "sent", sentAt: at }).where(eq(messages.id, id));
}

test("a message waits for the strictest of several caps", async () => {
  const frequencyCaps = [
    { messages: 1, hours: 12 },
    { messages: 2, hours: 72 },
  ];
  const before = async (scope: Scope, due: Date) => {
    await sentBefore(scope, after(due, -60));
    await sentBefore(scope, after(due, -50 * 60));
  };
  expect(await waitsOf(noon, { policy: { frequencyCaps }, before })).toEqual([
    "frequency_capped until 2026-03-11T10:00",
    "send",
  ]);
});

test("a message waits for whoever is back on the site, known by another of their carts", async () => {
  const policy = { backOnSite: { quietMinutes: 60, mostHours: 6 } };
  const before = (scope: Scope, due: Date) => scope.db.update(carts).set({ lastActivityAt: after(due, -10) });
  expect(await waitsOf(noon, { policy, before })).toEqual(["back_on_site until 2026-03-10T12:50", "send"]);
  expect(await waitsOf(noon, { before })).toEqual(["send"]);
});

test.each([
  ["known to the shop", true],
  ["known by the browser of their cart", false],
])("a message waits for whoever looks at products, %s", async (_, named) => {
  const policy = { backOnSite: { quietMinutes: 60, mostHours: 6 } };
  const before = async (scope: Scope, due: Date) => {
    const [cart] = await scope.db.select().from(carts);
    if (!cart) throw new Error("there is no cart");
    const { tenantId, shopId, externalId } = cart;
    const whose = named ? { visitor: "u-7", contactId: cart.contactId } : { visitor: externalId, contactId: null };
    const span = { startedAt: after(due, -40), lastViewAt: after(due, -10) };
    await scope.db.insert(visits).values({ tenantId, id: "vis_back", shopId, ...whose, ...span });
    await scope.db.insert(visits).values({ tenantId, id: "vis_other", shopId, visitor: "other", ...span });
  };
  expect(await waitsOf(noon, { policy, before })).toEqual(["back_on_site until 2026-03-10T12:50", "send"]);
  const byOthers = async (scope: Scope, due: Date) => {
    await before(scope, due);
    await scope.db.update(visits).set({ visitor: sql`id`, contactId: "con_other" });
  };
  expect(await waitsOf(noon, { policy, before: byOthers })).toEqual(["send"]);
});

test("a message waits for the hour in which its person reads, where the tenant learns hours", async () => {
  const before = async (scope: Scope) => {
    const [person] = await scope.db.select().from(contacts);
    const acts = Array.from({ length: 24 }, (_, hour) => (hour === 20 ? 9 : 0));
    await scope.db
      .insert(contactHours)
      .values({ tenantId: scope.tenantId, contactId: person?.id ?? "", cohort: "all", acts });
  };
  expect(await waitsOf(noon, { policy: { bestHour: true }, before })).toEqual([
    "best_hour until 2026-03-10T19:00",
    "send",
  ]);
  expect(await waitsOf(noon, { before })).toEqual(["send"]);
});

test("a shopper of whom nothing is known lives by the store's clock", async () => {
  const before = async (scope: Scope) => {
    await scope.db.update(contacts).set({ timeZone: null, country: null });
    await scope.db.update(shops).set({ timeZone: "Asia/Tokyo" });
  };
  expect(await waitsOf(noon, { policy: { sendRules: byDay }, before })).toEqual([
    "outside_send_window until 2026-03-10T23:00",
    "send",
  ]);
});

test("a message that was let go by day does not leave by night, nor over the cap that another has filled since", async () => {
  const tenant = await createLadderTenant(after(noon, -300), { policy: { sendRules: quietNights } });
  const [queued] = await queueFirstMessages(tenant, ["mia@example.com"], noon);
  const message = () =>
    rowsOf(tenant, (scope) =>
      scope.db
        .select()
        .from(messages)
        .where(eq(messages.id, queued?.id ?? "")),
    );
  const night = new Date("2026-03-10T22:30:00Z");
  await deliverMessages([{ tenantId: tenant.tenantId, id: queued?.id ?? "" }], "run-1", night);
  const morning = new Date("2026-03-11T06:00:00Z");
  expect(await message()).toMatchObject([{ status: "queued", reason: "outside_send_window", dueAt: morning }]);
  await withScope(tenant.tenantId, (scope) => sentBefore(scope, night));
  await deliverMessages([{ tenantId: tenant.tenantId, id: queued?.id ?? "" }], "run-2", morning);
  expect(await message()).toMatchObject([{ status: "queued", reason: "frequency_capped", dueAt: after(night, 720) }]);
  await deliverMessages([{ tenantId: tenant.tenantId, id: queued?.id ?? "" }], "run-3", after(night, 720));
  expect(await message()).toMatchObject([{ status: "sent" }]);
});
