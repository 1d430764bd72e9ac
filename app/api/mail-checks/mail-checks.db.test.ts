import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, asStranger } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { saveBrand } from "#db/tenants.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import * as brandPreview from "../brand/preview/route.ts";
import * as brand from "../brand/route.ts";
import * as testSend from "../templates/test/route.ts";
import * as links from "./links/route.ts";
import * as checks from "./route.ts";

const database = await createTestDatabase();
const alpha = { tenantId: "ten_alpha", name: "alpha" };
const beta = { tenantId: "ten_beta", name: "beta" };
const hourAgo = new Date(Date.now() - 3_600_000);
const example = { template: "reminder", language: "en", cart: "cart_alpha-held" };

beforeAll(async () => {
  await connectTo(database);
  for (const key of ["alpha", "beta"]) await tellTenant(key, hourAgo);
  await tellCart({ tenant: "alpha", key: "alpha-held", at: hourAgo, held: "gated" });
  await withScope(alpha.tenantId, (scope) => saveBrand(scope, { postalAddress: "Hafen 1, Kiel" }));
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

type Answer = { findings: { check: string }[]; size: { bytes: number }; programs: { gaps: unknown[] } };
const ask = async (tenant: typeof alpha, body: unknown) =>
  (await asMember(tenant, "viewer")).call(checks.POST, { method: "POST", body });

test("checks a message that is given", async () => {
  const answer = await ask(alpha, { html: '<p style="display:flex">Hello {{x}}</p>' });
  expect(answer.status).toBe(200);
  const { findings, programs } = answer.json as Answer;
  expect(findings.map(({ check }) => check)).toEqual(
    expect.arrayContaining(["slot_left", "address_missing", "unsubscribe_missing"]),
  );
  expect(programs.gaps).toEqual([expect.objectContaining({ title: "display:flex", matters: true })]);
});

test("checks a template on a cart, which names the postal address and lets people leave", async () => {
  const { findings, size } = (await ask(alpha, example)).json as Answer;
  expect(findings.map(({ check }) => check)).not.toEqual(expect.arrayContaining(["address_missing"]));
  expect(size.bytes).toBeGreaterThan(10_000);
});

test("another tenant's cart is not found", async () => {
  expect((await ask(beta, example)).status).toBe(404);
});

test("refuses what nobody would send: too long, and of two kinds at once", async () => {
  expect((await ask(alpha, { html: "x".repeat(1_000_001) })).status).toBeGreaterThanOrEqual(400);
  expect((await ask(alpha, { html: "<p>", ...example })).status).toBe(422);
  expect((await asStranger().call(checks.POST, { method: "POST", body: example })).status).toBe(401);
  expect((await (await asKey(alpha, ["read"])).call(checks.POST, { method: "POST", body: example })).status).toBe(200);
});

test("asks for no address of our own network, and for forty links at most", async () => {
  const member = await asMember(alpha, "marketer");
  const post = (asked: string[]) => member.call(links.POST, { method: "POST", body: { links: asked } });
  expect((await post(["http://169.254.169.254/"])).json).toMatchObject({ links: [{ state: "private" }] });
  expect((await post(Array.from({ length: 41 }, (_, index) => `https://a.example/${index}`))).status).toBe(422);
  expect(
    (await (await asMember(alpha, "viewer")).call(links.POST, { method: "POST", body: { links: [] } })).status,
  ).toBe(403);
});

test("keeps a brand's colours only where they read, and names the nearest that do", async () => {
  const owner = await asMember(alpha);
  const patch = (body: unknown) => owner.call(brand.PATCH, { method: "PATCH", body });
  const pale = await patch({ colours: { light: { text: "#bbbbbb" }, dark: {} } });
  expect(pale.status).toBe(422);
  expect(pale.json).toMatchObject({
    error: { field: "colours.light.text", message: expect.stringMatching(/#[0-9a-f]{6} is the nearest/) },
  });
  expect((await patch({ colours: { light: { text: "#222222", card: "#fffdf5" }, dark: {} } })).status).toBe(200);
});

test("keeps links to known networks alone, and a logo only when it loads from a public address", async () => {
  const owner = await asMember(alpha);
  const patch = async (body: unknown) => (await owner.call(brand.PATCH, { method: "PATCH", body })).status;
  expect(await patch({ socialLinks: [{ network: "instagram", url: "https://www.instagram.com/nordlicht" }] })).toBe(
    200,
  );
  expect(await patch({ socialLinks: [{ network: "instagram", url: "https://instagram.com.evil.example/x" }] })).toBe(
    422,
  );
  expect(await patch({ socialLinks: [{ network: "x", url: "http://x.com/nordlicht" }] })).toBe(422);
  expect(await patch({ logoUrl: "https://127.0.0.1/logo.png" })).toBe(422);
});

test("shows a brand before it is kept, in a real mail", async () => {
  const post = async (tenant: typeof alpha) =>
    (await asMember(tenant)).call(brandPreview.POST, {
      method: "POST",
      body: { brand: { name: "Nordlicht Neu", accent: "#aa3355", fonts: { heading: "inter", body: "georgia" } } },
    });
  const { html } = (await post(alpha)).json as { html: string };
  expect(html).toContain("Nordlicht Neu");
  expect(html).toContain("font-family:Georgia");
  expect(html).toContain("/fonts/inter.woff2");
  expect((await post(beta)).json).toBeNull();
});

test("sends a test to members of the tenant only, and not without end", async () => {
  const marketer = await asMember(alpha, "marketer");
  const colleague = await asMember(alpha, "viewer");
  const stranger = await asMember(beta, "viewer");
  const send = (to?: string) => marketer.call(testSend.POST, { method: "POST", body: { ...example, to } });
  expect((await send()).json).toMatchObject({ to: marketer.member.email, status: "sent" });
  expect((await send(colleague.member.email.toUpperCase())).json).toMatchObject({ to: colleague.member.email });
  expect((await send(stranger.member.email)).status).toBe(422);
  for (let sent = 3; sent < 20; sent += 1) await send("nobody@nowhere.example");
  expect((await send()).status).toBe(429);
});
