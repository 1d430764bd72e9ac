import { type JsonServer, type StubAnswer, type StubRequest, startJsonServer } from "./json-server.ts";

type Node = { id: string; updatedAt: string; lineItems: unknown[] } & Record<string, unknown>;

/** What the store holds and how it behaves; tests read and change it. */
export type Store = {
  checkouts: Node[];
  orders: Node[];
  hooks: { topic: string; uri: string }[];
  refusedTopics: string[];
  coupons: Record<string, unknown>[];
  /** Points left, points a second, and the most that one operation may cost (its nodes times its lines). */
  available: number;
  restoreRate: number;
  mostPerOperation: number;
  /** Answers to give before any other. */
  faults: StubAnswer[];
  operations: string[];
  tokens: string[];
};

/** A store of Shopify's that speaks the operations of its Admin API which we use. */
export async function startShopifyStub(): Promise<JsonServer & { store: Store }> {
  const store: Store = {
    ...{ checkouts: [], orders: [], hooks: [], refusedTopics: [], coupons: [], faults: [], operations: [] },
    ...{ available: 2000, restoreRate: 100, mostPerOperation: 5000, tokens: ["shpat_good"] },
  };
  return { ...(await startJsonServer((request) => answer(store, request))), store };
}

function answer(store: Store, request: StubRequest): StubAnswer {
  const fault = store.faults.shift();
  if (fault) return fault;
  if (request.path === "/admin/oauth/access_token") return granted(store, request);
  if (!/^\/admin\/api\/20\d\d-\d\d\/graphql\.json$/.test(request.path)) return { status: 404, json: {} };
  if (!store.tokens.includes(request.headers.get("x-shopify-access-token") ?? "")) return { status: 401, json: {} };
  const { query, variables } = JSON.parse(request.text);
  const name = /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? "";
  store.operations.push(name);
  const price = (variables.first ?? 1) * (variables.lines ?? 1);
  if (price > store.mostPerOperation) return { json: { errors: [{ extensions: { code: "MAX_COST_EXCEEDED" } }] } };
  const throttleStatus = () => ({ currentlyAvailable: store.available, restoreRate: store.restoreRate });
  const extensions = () => ({ cost: { requestedQueryCost: price, throttleStatus: throttleStatus() } });
  if (store.available < price) {
    const throttled = { json: { errors: [{ extensions: { code: "THROTTLED" } }], extensions: extensions() } };
    store.available += store.restoreRate * 10;
    return throttled;
  }
  store.available -= price;
  return { json: { data: operations[name]?.(store, variables), extensions: extensions() } };
}

function granted(store: Store, { text }: StubRequest): StubAnswer {
  const { grant_type: type, client_id: id, client_secret: secret } = JSON.parse(text);
  if (type !== "client_credentials" || id !== "client" || secret !== "shpss_secret") return { status: 400, json: {} };
  const token = `shpat_granted_${store.tokens.length}`;
  store.tokens.push(token);
  return { json: { access_token: token, scope: "read_orders", expires_in: 86399 } };
}

// biome-ignore lint/suspicious/noExplicitAny: variables are whatever the operation declares
type Operation = (store: Store, variables: any) => unknown;

const operations: Record<string, Operation> = {
  Checkouts: (store, variables) => ({ page: pageOf(store.checkouts, variables) }),
  Orders: (store, variables) => ({ page: pageOf(store.orders, variables) }),
  Lines: (store, { id, lines, after }) => {
    const node = [...store.checkouts, ...store.orders].find((one) => one.id === id);
    return { node: node ? { lineItems: slice(node.lineItems, lines, after) } : null };
  },
  Hooks: (store, { after }) => ({ webhookSubscriptions: slice(store.hooks, 10, after) }),
  Hook: (store, { topic, hook }) => {
    if (store.refusedTopics.includes(topic)) return { made: { userErrors: [{ field: "topic", message: "no" }] } };
    store.hooks.push({ topic, uri: hook.uri });
    return { made: { userErrors: [] } };
  },
  Percent: mint,
  Shipping: mint,
};

function mint(store: Store, { discount }: { discount: Record<string, unknown> }) {
  if (store.coupons.some((one) => one.code === discount.code)) {
    return { made: { userErrors: [{ field: ["code"], code: "TAKEN" }] } };
  }
  store.coupons.push(discount);
  return { made: { userErrors: [] } };
}

type PageOf = { first: number; lines: number; after: string | null; query: string };

function pageOf(nodes: Node[], { first, lines, after, query }: PageOf) {
  const since = Date.parse(/^updated_at:>='([^']+)'$/.exec(query)?.[1] ?? "");
  const found = nodes.filter((node) => Date.parse(node.updatedAt) >= since);
  const page = slice(found, first, after);
  return { ...page, nodes: page.nodes.map((node) => ({ ...node, lineItems: slice(node.lineItems, lines, null) })) };
}

function slice<T>(all: T[], first: number, after: string | null | undefined) {
  const start = after ? Number(after) : 0;
  const nodes = all.slice(start, start + first);
  return { nodes, pageInfo: { hasNextPage: start + first < all.length, endCursor: String(start + nodes.length) } };
}
