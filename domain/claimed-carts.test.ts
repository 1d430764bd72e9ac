import fc from "fast-check";
import { expect, test } from "vitest";
import { type CaseCart, type CaseOrder, settleCase } from "./recovery-case.ts";

const at = (hours: number) => new Date(Date.UTC(2026, 0, 1, hours));

function cart(id: string, hours: number, given: Partial<CaseCart> = {}): CaseCart {
  const times = { sourceCreatedAt: at(hours), sourceUpdatedAt: at(hours), lastActivityAt: at(hours) };
  const own = { contactId: "con_mia", stamp: String(hours) };
  return { id, name: id, keys: [`token:${id}`], own, ...times, completedAt: null, deletionAt: null, ...given };
}

const hour = fc.integer({ min: 0, max: 23 });
const orNever = fc.option(hour.map(at), { nil: null });
const person = fc.constantFrom("con_mia", "con_leo");

const told = fc.record({ hour, completedAt: orNever, deletionAt: orNever, person }).map((given) => ({
  ...given,
  own: { contactId: given.person, stamp: String(given.hour) },
}));
const trusted = fc
  .array(told, { maxLength: 4 })
  .map((all) =>
    all.map(({ hour: start, person: whose, ...rest }, n) =>
      cart(`own${n}`, start, { ...rest, keys: [`token:own${n}`, `email:${whose}`] }),
    ),
  );
const claimed = fc
  .array(told, { maxLength: 4 })
  .map((all) =>
    all.map(({ hour: start, person: _, ...rest }, n) => cart(`claim${n}`, start, { ...rest, claimed: true })),
  );
const orders = fc
  .array(fc.record({ hour, person, named: fc.integer({ min: 0, max: 3 }), nameless: fc.boolean() }))
  .map((all) =>
    all.map(
      ({ hour: start, person: whose, named, nameless }, n): CaseOrder => ({
        ...{ id: `order${n}`, name: `order${n}`, orderedAt: at(start) },
        keys: nameless ? [`token:own${named}`] : [`token:own${named}`, `email:${whose}`],
        own: nameless ? null : { contactId: whose, stamp: "1" },
      }),
    ),
  );

test("whatever browsers claim, nothing else follows for what the shop itself said", () => {
  fc.assert(
    fc.property(trusted, claimed, orders, (own, claims, bought) => {
      const without = settleCase({ carts: own, orders: bought, people: [] });
      const among = settleCase({ carts: [...claims, ...own], orders: bought, people: [] });
      const byId = (all: { id: string }[]) => new Map(all.map((one) => [one.id, one]));
      const names = own.map((one) => one.id);
      expect(names.map((id) => byId(among.carts).get(id))).toEqual(names.map((id) => byId(without.carts).get(id)));
      expect(byId(among.orders)).toEqual(byId(without.orders));
      const claimsAlone = byId(settleCase({ carts: claims, orders: [], people: [] }).carts);
      for (const { id } of claims) expect(byId(among.carts).get(id)).toEqual(claimsAlone.get(id));
    }),
  );
});

test("a claim that the shop vouches for by its token stands with the person's carts, and for none of them", () => {
  const shared = ["token:browser:t"];
  const own = cart("own", 1, { keys: [...shared, "email:mia"] });
  const claim = cart("claim", 5, { keys: shared, claimed: true });
  const { carts } = settleCase({ carts: [own, claim], orders: [], people: [] });
  expect(carts.find((one) => one.id === "claim")?.mergedInto).toBe("own");
  expect(carts.find((one) => one.id === "own")?.mergedInto).toBeNull();
  const ended = settleCase({ carts: [own, { ...claim, completedAt: at(6) }], orders: [], people: [] });
  expect(ended.carts.map((one) => one.orderedAt)).toEqual([at(6), at(6)]);
});

test("a cart of the shop's without a person takes none from a claim that shares its basket", () => {
  const shared = ["token:browser:t"];
  const own = cart("own", 1, { keys: shared, own: null });
  const claim = cart("claim", 5, { keys: shared, claimed: true });
  const { carts, orders: settled } = settleCase({
    carts: [own, claim],
    orders: [{ id: "o", name: "o", keys: shared, own: null, orderedAt: at(7) }],
    people: [],
  });
  expect(carts.find((one) => one.id === "own")?.contactId).toBeNull();
  expect(carts.map((one) => one.orderId)).toEqual(["o", "o"]);
  expect(settled).toEqual([{ id: "o", contactId: null }]);
});
