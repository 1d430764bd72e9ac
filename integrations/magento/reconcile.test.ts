import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StubAnswer, StubRequest } from "../testing/json-server.ts";
import { startVendorStub, type VendorStub } from "../testing/vendor-stub.ts";
import { magento } from "./platform.ts";

const read = (name: string) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8"));
const never = "0000-00-00 00:00:00";
type Row = { id: number; created_at: string; updated_at: string };

let stub: VendorStub;
let answer: (request: StubRequest) => StubAnswer | null;
beforeEach(async () => {
  stub = await startVendorStub((request) => answer(request));
});
afterEach(() => stub.close());

const now = new Date("2026-11-03T12:00:00Z");
const look = (cursor: string | null) =>
  magento.reconcile?.(stub.connection({ accessToken: "t" }), cursor, now) ?? Promise.reject();

/** Answers a search for carts as Magento does: any of the filters, sorted by the time of change, a page of it. */
function searched(rows: Row[], query: URLSearchParams): unknown {
  const at = (name: string) => query.get(`searchCriteria${name}`) ?? "";
  const found = rows.filter((row) =>
    [0, 1].some((index) => {
      const filter = `[filterGroups][0][filters][${index}]`;
      const field = at(`${filter}[field]`) === "updated_at" ? row.updated_at : row.created_at;
      return field >= at(`${filter}[value]`);
    }),
  );
  found.sort((a, b) => a.updated_at.localeCompare(b.updated_at) || a.id - b.id);
  const size = Number(at("[pageSize]"));
  const page = Number(at("[currentPage]"));
  return { items: found.slice((page - 1) * size, page * size), total_count: found.length };
}

async function cartsSeen(rows: Row[], between: (looks: number) => void = () => undefined): Promise<Set<string>> {
  answer = ({ path, query }) => ({ json: path === "/V1/orders" ? { items: [] } : searched(rows, query) });
  const seen = new Set<string>();
  let cursor: string | null = null;
  for (let looks = 1, more = true; more && looks < 20; looks += 1) {
    const found = await look(cursor);
    for (const one of found.events) if (one.kind === "cart") seen.add(one.cart.externalId);
    between(looks);
    ({ cursor, more } = found);
  }
  return seen;
}

const minute = (at: number) => `2026-11-03 10:${String(at).padStart(2, "0")}:00`;
const row = (id: number, updated_at: string, created_at = "2026-11-03 09:00:00"): Row => ({
  ...read("cart"),
  ...{ id, updated_at, created_at },
});

describe("the poller of Magento's carts and orders", () => {
  it("brings orders before carts, and goes on from its cursor", async () => {
    const items = (path: string) => (path === "/V1/orders" ? [read("order")] : [read("cart")]);
    answer = ({ path }) => ({ json: { items: items(path), total_count: 1 } });
    const found = await look(JSON.stringify(cursorAt("2026-11-01T00:00:00Z")));
    expect(found.events.map((one) => one.kind)).toEqual(["order", "cart"]);
    expect(found.more).toBe(false);
    const value = (at: number) => stub.requests[at]?.query.get("searchCriteria[filterGroups][0][filters][0][value]");
    expect([value(0), value(1)]).toEqual(["2026-11-01 00:00:00", "2026-11-01 00:00:00"]);
    await look(found.cursor);
    expect([value(2), value(3)]).toEqual(["2026-11-02 10:12:05", "2026-11-02 09:43:48"]);
  });

  const cursorAt = (since: string) => ({ orders: { since, page: 1 }, carts: { since, page: 1 } });

  it("looks back a day at first, and when its cursor is not to be read", async () => {
    answer = () => ({ json: { items: null, total_count: 0 } });
    for (const cursor of [null, "", "{}", '{"orders":{"since":"x","page":1}}']) {
      await look(cursor);
      const value = stub.requests.at(-1)?.query.get("searchCriteria[filterGroups][0][filters][0][value]");
      expect(value).toBe("2026-11-02 12:00:00");
    }
  });

  it("misses no row among many of one time, nor one that was never changed since it was made", async () => {
    const rows = [
      ...Array.from({ length: 60 }, (_, at) => row(100 + at, never, "2026-11-03 11:00:00")),
      ...Array.from({ length: 120 }, (_, at) => row(200 + at, minute(at < 110 ? 1 : 2))),
      row(400, minute(59)),
    ];
    expect((await cartsSeen(rows)).size).toBe(181);
  });

  it("misses no row when others change while it reads, which shifts them to the end", async () => {
    const rows = Array.from({ length: 150 }, (_, at) => row(100 + at, minute(Math.floor(at / 3))));
    const seen = await cartsSeen(rows, (looks) => {
      for (const one of rows.slice(0, 10 * looks)) one.updated_at = minute(55);
    });
    expect(seen.size).toBe(150);
  });

  it("lets a bad row hide no good one", async () => {
    answer = ({ path }) => ({
      json: { items: path === "/V1/orders" ? [{ nonsense: true }, read("order"), null] : [] },
    });
    expect((await look(null)).events).toHaveLength(1);
  });
});
