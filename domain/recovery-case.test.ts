import { expect, test } from "vitest";
import { type CaseCart, type CaseOrder, settleCase } from "./recovery-case.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute));
const mia = { contactId: "con_mia", stamp: "1" };

function cart(id: string, minute: number, given: Partial<CaseCart> = {}): CaseCart {
  const times = { sourceCreatedAt: at(minute), sourceUpdatedAt: at(minute), lastActivityAt: at(minute) };
  const keys = [`token:shop:${id}`];
  return { id, name: id, keys, own: mia, ...times, completedAt: null, deletionAt: null, ...given };
}
function order(id: string, minute: number, given: Partial<CaseOrder> = {}): CaseOrder {
  return { id, name: id, keys: [], own: null, orderedAt: at(minute), ...given };
}
const settled = (carts: CaseCart[], orders: CaseOrder[] = []) =>
  Object.fromEntries(settleCase({ carts, orders, people: [] }).carts.map((one) => [one.id, one]));

test("of a person's open carts the newest stands for all", () => {
  const { laptop, phone } = settled([cart("laptop", 1), cart("phone", 2)]);
  expect([laptop?.mergedInto, phone?.mergedInto]).toEqual(["phone", null]);
});

test("an emptied newest cart still stands for all, a deleted one does not", () => {
  const deleted = cart("phone", 2, { deletionAt: at(3) });
  expect(settled([cart("laptop", 1), deleted])).toMatchObject({
    laptop: { mergedInto: null },
    phone: { deletedAt: at(3) },
  });
});

test("a newer word revives a deleted cart", () => {
  expect(settled([cart("phone", 5, { deletionAt: at(3) })]).phone?.deletedAt).toBeNull();
});

test("a cart without a person takes the newest that shares a token with it, also through others", () => {
  const keys = (...tokens: string[]) => tokens.map((token) => `token:shop:${token}`);
  const carts = [
    cart("a", 1, { own: null, keys: keys("1") }),
    cart("b", 2, { own: null, keys: keys("1", "2") }),
    cart("c", 3, { keys: keys("2") }),
  ];
  expect(Object.values(settled(carts)).map((one) => one.contactId)).toEqual(["con_mia", "con_mia", "con_mia"]);
});

test("an order closes the person's carts begun before it, and by token any", () => {
  const carts = [cart("before", 1), cart("after", 9), cart("named", 9)];
  const bought = order("o1", 5, { own: mia, keys: ["token:shop:named"] });
  expect(settled(carts, [bought])).toMatchObject({
    before: { orderId: "o1", orderedAt: at(5) },
    named: { orderId: "o1" },
    after: { orderId: null, orderedAt: null },
  });
});

test("an order that shares a phone with one cart closes the others of its person too", () => {
  const carts = [cart("laptop", 1), cart("phone", 2, { keys: ["phone:1"] })];
  const bought = order("o1", 5, { keys: ["phone:1"], own: { contactId: "con_partner", stamp: "1" } });
  expect(settled(carts, [bought])).toMatchObject({ laptop: { orderId: "o1" }, phone: { orderId: "o1" } });
});

test("of several orders the one that names the cart closed it, else the earliest", () => {
  const orders = [order("late", 8, { own: mia }), order("early", 5, { own: mia })];
  expect(settled([cart("c", 1)], orders).c).toMatchObject({ orderId: "early", orderIds: ["early"] });
  const named = order("named", 9, { keys: ["token:shop:c"] });
  expect(settled([cart("c", 1)], [...orders, named]).c).toMatchObject({ orderId: "named", orderIds: ["named"] });
});

test("a completed checkout closes the person's other carts before its order is heard of", () => {
  const carts = [cart("laptop", 1), cart("phone", 2, { completedAt: at(4) })];
  expect(settled(carts).laptop).toMatchObject({ orderId: null, orderedAt: at(4) });
});
