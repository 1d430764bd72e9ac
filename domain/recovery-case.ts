/** The person whom a cart or order names itself; the greater `stamp` is the newer word. */
export type OwnContact = { contactId: string; stamp: string };

/** What a cart of a case says by itself. `keys` are all names by which others may share it; `token:` ones name baskets. */
export type CaseCart = {
  id: string;
  /** Shop and the platform's id: breaks ties the same way whatever came first. */
  name: string;
  keys: string[];
  own: OwnContact | null;
  sourceCreatedAt: Date;
  sourceUpdatedAt: Date;
  lastActivityAt: Date;
  completedAt: Date | null;
  deletionAt: Date | null;
  /** Said by a browser, which may be anybody's: it speaks of its own basket alone. */
  claimed?: boolean;
};

export type CaseOrder = { id: string; name: string; keys: string[]; own: OwnContact | null; orderedAt: Date };

/** A contact that was spoken of without any cart or order. */
export type CasePerson = { id: string; keys: string[] };

export type RecoveryCase = { carts: CaseCart[]; orders: CaseOrder[]; people: CasePerson[] };

/** What follows for a cart from all that is known; `mergedInto` is the newer cart that the person is reminded of instead. */
export type SettledCart = {
  id: string;
  contactId: string | null;
  orderId: string | null;
  orderedAt: Date | null;
  deletedAt: Date | null;
  mergedInto: string | null;
  orderIds: string[];
};

export type SettledOrder = { id: string; contactId: string | null };

type Placed = CaseCart & { contactId: string | null; basket: Set<string> };

/**
 * Derives whose each cart is, which order closed it and into which newer cart it merges, from facts alone: the same for
 * every order in which they came. A cart without a person takes the newest of the carts that share a token with it. An
 * order closes the carts that share its token, and of every person it shares token, address, phone or customer id with,
 * the carts begun before it. Of a person's open carts the newest stands for all. What a browser claims touches nobody
 * else: such a cart lends its person to no other, stands with those alone whose basket it shares, and for none of them.
 */
export function settleCase(known: RecoveryCase): { carts: SettledCart[]; orders: SettledOrder[] } {
  const carts = basketsOf(known.carts).flatMap((basket) => {
    const keys = new Set(basket.flatMap((cart) => cart.keys.filter(isToken)));
    const newest = basket
      .filter((cart) => !cart.claimed)
      .flatMap((cart) => cart.own ?? [])
      .reduce<OwnContact | null>(newerOwn, null);
    return basket.map(
      (cart): Placed => ({ ...cart, contactId: (cart.own ?? newest)?.contactId ?? null, basket: keys }),
    );
  });
  const orders = known.orders.map((order) => ({ ...order, contactId: contactOfOrder(order, carts, known.people) }));
  const settled = [...Map.groupBy(carts, (cart) => ownerOf(cart, carts))].flatMap(([owner, theirs]) => {
    const said = known.people.filter((person) => person.id === owner).flatMap((person) => person.keys);
    const keys = new Set([...theirs.flatMap((cart) => cart.keys), ...said]);
    const touching = orders.filter((order) => order.contactId === owner || order.keys.some((key) => keys.has(key)));
    return mergeOpen(
      theirs,
      theirs.map((cart) => closeCart(cart, touching, theirs)),
    );
  });
  return { carts: settled, orders: orders.map(({ id, contactId }) => ({ id, contactId })) };
}

/** Who answers for a cart: its person; for a claim only where the shop itself says the same of the basket. */
function ownerOf(cart: Placed, carts: Placed[]): string {
  if (cart.contactId === null) return cart.id;
  const isVouchedFor = (other: Placed) =>
    !other.claimed && other.basket === cart.basket && other.contactId === cart.contactId;
  return !cart.claimed || carts.some(isVouchedFor) ? cart.contactId : `claim ${cart.id}`;
}

const isToken = (key: string) => key.startsWith("token:");

function newerOwn(kept: OwnContact | null, own: OwnContact): OwnContact {
  return kept && kept.stamp >= own.stamp ? kept : own;
}

/** Carts that share tokens, directly or through others, lie together. */
function basketsOf(carts: CaseCart[]): CaseCart[][] {
  const holders = new Map<string, CaseCart[]>();
  for (const cart of carts) {
    for (const key of cart.keys.filter(isToken)) holders.set(key, [...(holders.get(key) ?? []), cart]);
  }
  const seen = new Set<CaseCart>();
  return carts.flatMap((start) => {
    const basket: CaseCart[] = [];
    const next = [start];
    for (let cart = next.pop(); cart; cart = next.pop()) {
      if (seen.has(cart)) continue;
      seen.add(cart);
      basket.push(cart);
      for (const key of cart.keys) next.push(...(holders.get(key) ?? []));
    }
    return basket.length > 0 ? [basket] : [];
  });
}

/** Its own word; else the newest person whose basket it came from, then of whom it shares a phone or customer id with. */
function contactOfOrder(order: CaseOrder, carts: Placed[], people: CasePerson[]): string | null {
  if (order.own) return order.own.contactId;
  const shares = (keys: Iterable<string>) => [...keys].some((key) => order.keys.includes(key));
  const owned = carts.filter((cart) => cart.contactId !== null && !cart.claimed).sort(byNewest);
  const basket = owned.find((cart) => shares(cart.basket)) ?? owned.find((cart) => shares(cart.keys));
  return basket?.contactId ?? people.filter((person) => shares(person.keys)).sort(byNames)[0]?.id ?? null;
}

/** By keys, not by id: ids differ with what came first. */
function byNames(one: CasePerson, other: CasePerson): number {
  return compare(one.keys.toSorted().join(), other.keys.toSorted().join());
}

function byNewest(one: CaseCart, other: CaseCart): number {
  return (
    other.lastActivityAt.getTime() - one.lastActivityAt.getTime() ||
    other.sourceUpdatedAt.getTime() - one.sourceUpdatedAt.getTime() ||
    compare(other.name, one.name)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function closeCart(cart: Placed, touching: CaseOrder[], theirs: Placed[]): SettledCart {
  const named = touching.filter((order) => order.keys.some((key) => cart.basket.has(key)));
  const later = touching.filter((order) => order.orderedAt >= cart.sourceCreatedAt);
  const closing = earliest(named) ?? earliest(later);
  const completed = theirs
    .filter((other) => !other.claimed || other.basket === cart.basket)
    .flatMap(({ completedAt }) => completedAt ?? [])
    .filter((at) => at >= cart.sourceCreatedAt)
    .sort((one, other) => one.getTime() - other.getTime());
  return {
    id: cart.id,
    contactId: cart.contactId,
    orderId: closing?.id ?? null,
    orderedAt: closing?.orderedAt ?? cart.completedAt ?? completed[0] ?? null,
    deletedAt: cart.deletionAt && cart.deletionAt >= cart.sourceUpdatedAt ? cart.deletionAt : null,
    mergedInto: null,
    orderIds: [...new Set([...named, ...(closing ? [closing] : [])].map((order) => order.id))].sort(),
  };
}

function earliest(orders: CaseOrder[]): CaseOrder | undefined {
  return orders.toSorted(
    (one, other) => one.orderedAt.getTime() - other.orderedAt.getTime() || compare(one.name, other.name),
  )[0];
}

function mergeOpen(carts: Placed[], settled: SettledCart[]): SettledCart[] {
  const isOpen = (one: SettledCart) => one.contactId !== null && !one.orderedAt && !one.deletedAt;
  const open = new Set(settled.filter(isOpen).map((one) => one.id));
  const weight = (cart: Placed) => (cart.claimed ? 1 : 0);
  const head =
    carts
      .filter((cart) => open.has(cart.id))
      .sort((one, other) => weight(one) - weight(other) || byNewest(one, other))[0]?.id ?? null;
  return settled.map((one) => (open.has(one.id) && one.id !== head ? { ...one, mergedInto: head } : one));
}
