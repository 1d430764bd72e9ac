import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StubAnswer, StubRequest } from "../testing/json-server.ts";
import { startVendorStub, type VendorStub } from "../testing/vendor-stub.ts";
import { bigcommerce } from "./platform.ts";

const read = (name: string) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8"));
const token = { storeHash: "nordhem7", accessToken: "token-of-nordhem" };

let stub: VendorStub;
let answer: (request: StubRequest) => StubAnswer | null;
beforeEach(async () => {
  stub = await startVendorStub((request) => answer(request));
});
afterEach(() => stub.close());

describe("the reconciler of BigCommerce", () => {
  const now = new Date("2026-11-03T12:00:00Z");
  const look = (cursor: string | null) => bigcommerce.reconcile?.(stub.connection(token), cursor, now);
  const askedSince = () => stub.requests.findLast((one) => one.path === "/v2/orders")?.query.get("min_date_modified");

  it("reads orders and customers changed since, orders with their lines, and goes on where it ended", async () => {
    const store: Record<string, unknown> = {
      "/v2/orders": [read("order")],
      "/v2/orders/252/products": read("order-products"),
      "/v2/orders/252/coupons": read("order-coupons"),
      "/v3/customers": read("customers"),
    };
    answer = ({ path }) => ({ json: store[path] });
    const since = { since: "2026-11-01T00:00:00Z", page: 1 };
    const seen = await look(JSON.stringify({ orders: since, customers: since }));
    expect(seen?.events).toMatchObject([
      { kind: "order", order: { externalId: "252", lines: [{ title: "Lamp Fjord" }], discountCodes: ["AUTUMN5"] } },
      { kind: "contact", contact: { externalId: "11" } },
    ]);
    expect([seen?.more, askedSince()]).toEqual([false, "2026-11-01T00:00:00.000Z"]);
    await look(seen?.cursor ?? null);
    expect(askedSince()).toBe("2026-11-02T10:12:05.000Z");
  });

  it("looks back a day at first, and when its cursor is not to be read", async () => {
    answer = ({ path }) => (path === "/v2/orders" ? { status: 204 } : { json: { data: [] } });
    for (const cursor of [null, "", "{}", '{"orders":1}']) {
      await look(cursor);
      expect(askedSince()).toBe("2026-11-02T12:00:00.000Z");
    }
  });

  it("takes 204 without a body for an empty list", async () => {
    answer = ({ path }) => (path === "/v2/orders" ? { status: 204 } : { json: { data: [] } });
    expect(await look(null)).toMatchObject({ events: [], more: false });
  });

  it("pages through orders of one time and begins anew at the next, so that none is shifted past it", async () => {
    const order = (id: number, second: number) => ({
      ...read("order"),
      ...{
        id,
        coupon_discount: "0.0000",
        date_modified: `Tue, 03 Nov 2026 10:00:${String(second).padStart(2, "0")} +0000`,
      },
    });
    const all = Array.from({ length: 50 }, (_, at) => order(1000 + at, at < 45 ? 7 : 8));
    answer = ({ path, query }) => {
      if (path === "/v3/customers") return { json: { data: [] } };
      if (path !== "/v2/orders") return { json: [] };
      const since = new Date(query.get("min_date_modified") ?? "");
      const page = Number(query.get("page"));
      const rows = all.filter((one) => new Date(one.date_modified) >= since).slice((page - 1) * 20, page * 20);
      return rows.length > 0 ? { json: rows } : { status: 204 };
    };
    const ids = new Set<string>();
    let cursor: string | null = null;
    for (let looks = 0, more = true; more && looks < 10; looks += 1) {
      const seen = await look(cursor);
      for (const one of seen?.events ?? []) if (one.kind === "order") ids.add(one.order.externalId);
      cursor = seen?.cursor ?? null;
      more = seen?.more ?? false;
    }
    expect(ids.size).toBe(50);
  });
});
