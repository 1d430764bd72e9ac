import { afterAll, beforeAll, expect, test } from "vitest";
import { asMember } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { orders } from "#db/schema/carts.ts";
import { withScope } from "#db/scope.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import { languages } from "#domain/language.ts";
import { templateNames } from "#domain/sequence.ts";
import { fewestProofOrders } from "#domain/template.ts";
import * as versions from "../sequences/[id]/versions/route.ts";
import * as preview from "./preview/route.ts";

const database = await createTestDatabase();
const tenant = { tenantId: "ten_alpha", name: "alpha" };
const hourAgo = new Date(Date.now() - 3_600_000);

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("alpha", hourAgo);
  await tellCart({ tenant: "alpha", key: "alpha-held", at: hourAgo, held: "gated" });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function shown(template: string, language = "en") {
  const answer = await (await asMember(tenant)).call(preview.GET, {
    query: { template, language, cart: "cart_alpha-held" },
  });
  expect(answer.status).toBe(200);
  return answer.json as { shownAs: string; subject: string; html: string; text: string };
}

/** Orders of the cart's own shop, by nobody in particular or by its contact. */
async function placeOrders(count: number, contactId: string | null = null) {
  const amounts = { subtotal: 1_000, discount: 0, total: 1_000, refunded: 0, currency: "EUR", lines: [] };
  const times = { orderedAt: hourAgo, sourceUpdatedAt: hourAgo, createdAt: hourAgo };
  await withScope(tenant.tenantId, async (scope) => {
    const names = Array.from({ length: count }, (_, index) => `ord_${contactId ?? "shop"}-${index}`);
    const named = names.map((id) => ({ tenantId: tenant.tenantId, id, shopId: "shop_alpha", externalId: id }));
    const status = "placed" as const;
    await scope.db.insert(orders).values(named.map((one) => ({ ...one, ...amounts, ...times, contactId, status })));
  });
}

test.each(templateNames.flatMap((template) => [...languages].map((language) => [template, language] as const)))(
  "shows %s in %s",
  async (template, language) => {
    const { subject, html, text } = await shown(template, language);
    expect(subject).not.toBe("");
    expect(`${subject}${html}${text}`).not.toMatch(/\{\{|undefined|NaN/);
    expect(html).toContain(`lang="${language}"`);
  },
);

test("shows a template as the reminder until the fact it is built around is stored", async () => {
  for (const template of ["social-proof", "loyalty", "low-stock"]) {
    expect((await shown(template)).shownAs).toBe("reminder");
  }
  await placeOrders(fewestProofOrders);
  const proof = await shown("social-proof");
  expect(proof.shownAs).toBe("social-proof");
  expect(proof.text).toContain(`${fewestProofOrders} orders in the last 90 days`);
  await placeOrders(2, "con_alpha-held");
  expect((await shown("loyalty")).text).toContain("2 orders so far");
});

test("a step about a left cart cannot wear a template for people who have ordered", async () => {
  const step = { id: "a", delayMinutes: 60, purpose: "reminder", offer: { kind: "none" }, oversight: null };
  const member = await asMember(tenant);
  const save = (template: string) =>
    member.call(versions.POST, {
      method: "POST",
      params: { id: "seq_alpha" },
      body: { steps: [{ ...step, template }] },
    });
  expect((await save("win-back")).status).toBe(422);
  expect((await save("product-hero")).status).toBeLessThan(300);
});
