import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { GET as getAudit } from "../audit/route.ts";
import { GET as getBrand, PATCH as patchBrand } from "../brand/route.ts";
import { GET as getRules, PUT as putRules } from "../incentive-rules/route.ts";
import { DELETE as archive, PUT as putIncentive } from "../incentives/[id]/route.ts";
import { GET as listIncentives, POST as postIncentive } from "../incentives/route.ts";
import { GET as getTenant, PATCH as patchTenant } from "../tenant/route.ts";
import { GET as getPolicy, PATCH as patchPolicy } from "./route.ts";

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  ({ one, two } = await createTwoTenants());
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const PATCH = "PATCH" as const;
const rules = { email: null, sms: null, push: null, whatsapp: null };
const day = { from: 480, to: 1_260 };
const none = { from: 540, to: 540 };
const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: null, sun: null };
const weekdaysOnly = { days: week, quiet: null };
const tenPercent = { name: "10 % off", kind: "percent", percent: 10, code: "TEN", validHours: null };

test("a policy changes for its own tenant only, and the change is in the audit", async () => {
  const admin = await asMember(one, "admin");
  const foreign = await asMember(two, "admin");
  const change = { oversightMode: "gated", sendRules: { ...rules, email: weekdaysOnly }, frequencyCaps: [] };
  expect(await admin.call(patchPolicy, { method: PATCH, body: change })).toMatchObject({ status: 200, json: change });
  expect(await foreign.call(getPolicy)).toMatchObject({ json: { oversightMode: "monitored", sendRules: rules } });
  expect(await admin.call(getAudit)).toMatchObject({
    json: { data: [{ action: "policy.changed", change }], next: null },
  });
  expect(await foreign.call(getAudit)).toMatchObject({ json: { data: [] } });
});

test("no key changes oversight, whatever its scopes; marketers neither", async () => {
  const body = { oversightMode: "autonomous" };
  expect((await (await asKey(one, ["admin", "read"])).call(patchPolicy, { method: PATCH, body })).status).toBe(403);
  expect((await (await asMember(one, "marketer")).call(patchPolicy, { method: PATCH, body })).status).toBe(403);
  expect((await (await asKey(one, ["read"])).call(getPolicy)).status).toBe(200);
});

test("refuses a policy out of bounds, naming the field", async () => {
  const admin = await asMember(one, "admin");
  const wrong: [string, unknown][] = [
    ["abandonmentMinutes", { abandonmentMinutes: 0 }],
    [
      "sendRules.email.days.mon.to",
      { sendRules: { ...rules, email: { ...weekdaysOnly, days: { ...week, mon: none } } } },
    ],
    ["sendRules.sms", { sendRules: { email: null } }],
    ["sendRules.email.days", { sendRules: { ...rules, email: { ...weekdaysOnly, quiet: { from: 420, to: 1_320 } } } }],
    ["frequencyCaps.0.messages", { frequencyCaps: [{ messages: 1.5, hours: 12 }] }],
    ["frequencyCaps", { frequencyCaps: [12, 12].map((hours) => ({ messages: 1, hours })) }],
    ["backOnSite.quietMinutes", { backOnSite: { quietMinutes: 0, mostHours: 6 } }],
    ["paused", { paused: true }],
  ];
  for (const [field, body] of wrong)
    expect(await admin.call(patchPolicy, { method: PATCH, body })).toMatchObject({
      status: 422,
      json: { error: { field } },
    });
});

test("refuses a policy that contradicts itself, also in two changes, and keeps what stood", async () => {
  const admin = await asMember(one, "admin");
  const save = (body: object) => admin.call(patchPolicy, { method: PATCH, body });
  const gated = { oversightMode: "gated", deadlineAction: "drop", samplePercent: 5 };
  expect(await save(gated)).toMatchObject({ status: 200, json: gated });
  expect(await save({ deadlineAction: "send" })).toMatchObject({
    status: 422,
    json: { error: { field: "deadlineAction" } },
  });
  expect(await admin.call(getPolicy)).toMatchObject({ json: gated });
  const twice = { incentiveAbovePercent: 20, cartAbove: [1, 2].map((amount) => ({ amount, currency: "EUR" })) };
  expect(await save({ secondApprover: twice })).toMatchObject({
    status: 422,
    json: { error: { field: "secondApprover.cartAbove" } },
  });
});

test("the brand keeps line breaks out of what becomes a mail header", async () => {
  const admin = await asMember(one, "admin");
  const senderName = "Kiosk\r\nBcc: all@example.org";
  expect(await admin.call(patchBrand, { method: PATCH, body: { senderName } })).toMatchObject({
    json: { error: { field: "senderName" } },
  });
  expect(await admin.call(patchBrand, { method: PATCH, body: { accent: "red" } })).toMatchObject({
    json: { error: { field: "accent" } },
  });
  const body = { senderAddress: "hello@kiosk.example", postalAddress: "Hafen 1, Kiel", avoidWords: ["hurry"] };
  expect(await admin.call(patchBrand, { method: PATCH, body })).toMatchObject({ status: 200, json: body });
  expect(await (await asMember(two)).call(getBrand)).toMatchObject({ json: { senderAddress: "", avoidWords: [] } });
});

test("the brand's voice and policies are bounded, and an empty policy is none", async () => {
  const admin = await asMember(one, "admin");
  const save = (body: object) => admin.call(patchBrand, { method: PATCH, body });
  const voice = { useWords: ["basket"], examples: ["The kettle boiled."], returnsPolicy: "within 30 days" };
  expect(await save({ ...voice, shippingPolicy: " " })).toMatchObject({ json: { ...voice, shippingPolicy: null } });
  for (const [field, value] of Object.entries({
    examples: ["a", "b", "c", "d", "e", "f"],
    useWords: ["x".repeat(41)],
    returnsPolicy: "x".repeat(201),
    shippingPolicy: "two\nlines",
  })) {
    const { json } = await save({ [field]: value });
    expect(json).toMatchObject({ error: { field: expect.stringMatching(`^${field}`) } });
  }
});

test("pausing keeps the moment it began, and ends", async () => {
  const admin = await asMember(one, "admin");
  const pause = (paused: boolean) => admin.call(patchTenant, { method: PATCH, body: { paused } });
  const { json } = await pause(true);
  expect((await pause(true)).json).toEqual(json);
  expect(await (await asMember(two)).call(getTenant)).toMatchObject({ json: { pausedAt: null } });
  expect(await pause(false)).toMatchObject({ json: { pausedAt: null } });
  expect(await admin.call(patchTenant, { method: PATCH, body: { timeZone: "Mars/Base" } })).toMatchObject({
    json: { error: { field: "timeZone" } },
  });
});

test("a foreign incentive is not found, and no rule may name one", async () => {
  const admin = await asMember(one, "admin");
  const made = await admin.call(postIncentive, { body: tenPercent });
  expect(made.status).toBe(201);
  const { id } = made.json as { id: string };
  const foreign = await asMember(two, "owner");
  const params = { id };
  expect((await foreign.call(putIncentive, { method: "PUT", params, body: tenPercent })).status).toBe(404);
  expect((await foreign.call(archive, { method: "DELETE", params })).status).toBe(404);
  expect(await foreign.call(listIncentives)).toMatchObject({ json: { data: [] } });
  const rules = [{ currency: "EUR", minTotal: 5000, incentiveId: id }];
  expect((await foreign.call(putRules, { method: "PUT", body: { rules } })).status).toBe(422);
  expect(await foreign.call(getRules)).toMatchObject({ json: { data: [] } });
});

test("an incentive that a rule offers stays in use until the rule goes", async () => {
  const admin = await asMember(one, "admin");
  const { json } = await admin.call(postIncentive, { body: { ...tenPercent, kind: "free_shipping", percent: null } });
  const { id } = json as { id: string };
  const rule = { currency: "EUR", minTotal: 5000, incentiveId: id };
  expect((await admin.call(putRules, { method: "PUT", body: { rules: [rule] } })).status).toBe(200);
  expect((await admin.call(archive, { method: "DELETE", params: { id } })).status).toBe(409);
  expect(
    (await admin.call(putRules, { method: "PUT", body: { rules: [rule, { ...rule, incentiveId: null }] } })).status,
  ).toBe(422);
  await admin.call(putRules, { method: "PUT", body: { rules: [] } });
  expect((await admin.call(archive, { method: "DELETE", params: { id } })).status).toBe(204);
  expect((await admin.call(putIncentive, { method: "PUT", params: { id }, body: tenPercent })).status).toBe(404);
});

test("a percentage belongs to the kind percent and to no other", async () => {
  const admin = await asMember(one, "admin");
  for (const body of [
    { ...tenPercent, percent: null },
    { ...tenPercent, kind: "free_shipping" },
    { ...tenPercent, percent: 100 },
  ])
    expect(await admin.call(postIncentive, { body })).toMatchObject({
      status: 422,
      json: { error: { field: "percent" } },
    });
});
