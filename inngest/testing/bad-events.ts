import { type Facts, type FullPlatform, fullEvent } from "./senders.ts";

/** What becomes of a request: the answer's status and code where nothing is stored, else the outcome and its reason. */
export type Fate = string;

const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const mebibyte = 1_048_576;
const padded = (good: string, size: number) => good.slice(0, -1).padEnd(size - 1) + good.slice(-1);

/** Bodies that are wrong before anything in them is looked at, made of a good one. */
export const badBodies: [string, (good: string) => Buffer | string, Fate][] = [
  ["is empty", () => "", "rejected malformed_json"],
  ["is a form", () => "email=mia%40example.com&cart=1", "rejected malformed_json"],
  ["is cut off", (good) => good.slice(0, -5), "rejected malformed_json"],
  ["says two things", (good) => `${good}${good}`, "rejected malformed_json"],
  ["is no UTF-8", (good) => bytes("{", [0xff, 0xc0], good.slice(1)), "rejected invalid_utf8"],
  ["holds a NUL byte", (good) => bytes(good.slice(0, -1), [0], "}"), "rejected malformed_json"],
  ["is text of another kind", () => "<?xml version='1.0'?><cart/>", "rejected malformed_json"],
  ["is null", () => "null", "rejected invalid_shape"],
  ["is a list", (good) => `[${good}]`, "rejected invalid_shape"],
  ["is a number beyond all", () => "1e400", "rejected invalid_shape"],
  ["is nested 10,000 levels deep", () => deep(10_000), "rejected invalid_shape"],
  // Numbers that a double cannot hold are read by a parser that goes only so deep.
  [
    "hides 10,000 levels behind a large number",
    (good) => `${good.slice(0, -1)},"n":1e400,"z":${deep(10_000)}}`,
    "rejected malformed_json",
  ],
  ["has an open end 500,000 levels deep", () => "[".repeat(500_000), "rejected malformed_json"],
  ["names a prototype", (good) => `{"__proto__":{"email":"eve@example.com"},${good.slice(1)}`, "applied"],
  ["says its first key twice, wrong at first", (good) => good.replace(/^\{\s*("\w+":)/, "{$1[7],$1"), "applied"],
  ["begins with a mark of byte order", (good) => bytes([0xef, 0xbb, 0xbf], good), "applied"],
  ["has a mebibyte to the byte", (good) => padded(good, mebibyte), "applied"],
  ["has one byte more", (good) => padded(good, mebibyte + 1), "413 too_large"],
  ["has ten megabytes", (good) => padded(good, 10_000_000), "413 too_large"],
];

const many = (count: number, one: string) => `[${Array(count).fill(one).join(",")}]`;
const amount = "rejected invalid_amount";
const shape = "rejected invalid_shape";
const lines = "rejected too_many_lines";
/** Amounts in the platforms' texts have a shape; ours are numbers. */
const noText = { shopify: shape, woocommerce: shape, custom: amount };
/** An absurd time is given up for that of the receipt where it is one of the facts an event is worth keeping without. */
const time = { shopify: shape, woocommerce: "applied", custom: "applied" };
const emoji = "👩‍👩‍👧";

/** Events with one wrong or odd fact. A platform that writes the fact in another form may have a fate of its own. */
export const oddFacts: [string, Facts, Fate | Record<FullPlatform, Fate>][] = [
  ["10,000 levels in what we do not read", { more: deep(10_000) }, "applied"],
  ["a price below zero", { price: '"-1.00"' }, amount],
  ["a price below zero as a number", { price: "-1" }, amount],
  ["a price of NaN", { price: '"NaN"' }, amount],
  ["a price of Infinity", { price: '"Infinity"' }, amount],
  ["a price of 1e400", { price: "1e400" }, amount],
  ["a price of 20 digits", { price: "99999999999999999999" }, amount],
  ["a price in words", { price: '"free"' }, amount],
  ["a price in other digits", { price: '"１２.００"' }, amount],
  ["a price that is a thing", { price: '{"amount":1}' }, noText],
  ["no price", { price: "null" }, noText],
  ["a price beyond 32 bits", { price: "2147483648" }, "applied"],
  [
    "a sum beyond reason",
    { price: "9999999999", quantity: "1000000" },
    { shopify: amount, woocommerce: "applied", custom: amount },
  ],
  ["a quantity below zero", { quantity: "-1" }, shape],
  ["half a piece", { quantity: "0.5" }, { shopify: shape, woocommerce: "applied", custom: shape }],
  ["a quantity beyond reason", { quantity: "9007199254740993" }, shape],
  ["a quantity of 1e400", { quantity: "1e400" }, shape],
  ["a currency that is none", { currency: '"XQQ"' }, "rejected unknown_currency"],
  ["a currency of another type", { currency: "978" }, shape],
  ["a currency with a NUL", { currency: '"EU\\u0000"' }, "rejected unknown_currency"],
  ["no currency", { currency: "null" }, "applied"],
  ["no address", { email: "null" }, "applied"],
  ["an address that is none", { email: '"no address"' }, "applied"],
  ["an address with a plus", { email: '"Mia+Lamps@Example.com"' }, "applied"],
  ["an address of another script", { email: '"用户@例子.example"' }, "applied"],
  ["an address in an international domain", { email: '"mia@BÜCHER.example"' }, "applied"],
  ["an address with half a character", { email: '"mia\\ud83d@example.com"' }, "applied"],
  ["an address with a NUL", { email: '"mia\\u0000@example.com"' }, "applied"],
  ["an address that writes headers", { email: '"mia@example.com\\r\\nBcc: eve@example.com"' }, "applied"],
  ["an address of 300 characters", { email: `"${"m".repeat(300)}@example.com"` }, "applied"],
  ["an address of all directions", { email: '"\\u202emia@example.com"' }, "applied"],
  ["a name of emoji", { name: `"Mia ${emoji}🕯️"` }, "applied"],
  ["a name from right to left", { name: '"مريم בן־דוד"' }, "applied"],
  ["a name that turns the line around", { name: '"\\u202eaiM"' }, "applied"],
  ["a name with a NUL and line breaks", { name: '"Mi\\u0000a\\r\\nHolm"' }, "applied"],
  ["a name with half a character", { name: '"Mia \\ud83d"' }, "applied"],
  ["a name that is code", { name: '"{{contact.email}} <script>alert(1)</script>"' }, "applied"],
  ["100,000 lines", { lines: many(100_000, "{}") }, lines],
  ["100,000 lines that are numbers", { lines: many(100_000, "1") }, lines],
  ["501 lines", { lines: many(501, "@line@") }, lines],
  ["500 lines", { lines: many(500, "@line@") }, "applied"],
  ["lines that are none", { lines: '{"0":1}' }, shape],
  ["a line that is null", { lines: "[@line@,null]" }, shape],
  ["no lines left", { lines: "[]" }, "applied"],
  ["an id beyond 2^53", { id: "9007199254740993" }, "applied"],
  ["an id with half a character", { id: '"cart \\ud83d"' }, shape],
  ["an id with a NUL", { id: '"cart\\u0000"' }, shape],
  ["an id of 300 characters", { id: `"${"x".repeat(300)}"` }, shape],
  ["an id of 255 emoji", { id: `"${"🕯".repeat(255)}"` }, "applied"],
  ["an id that is a prototype's", { id: '"__proto__"' }, "applied"],
  ["an empty id", { id: '""' }, shape],
  ["a time before all clocks", { at: '"0001-01-01T00:00:00Z"' }, time],
  ["a time after all", { at: '"9999-12-31T23:59:59Z"' }, time],
  ["a time in words", { at: '"yesterday"' }, { ...time, custom: shape }],
  ["a time that is a number", { at: "1793614337" }, { ...time, custom: shape }],
  ["half characters all over in what we do not read", { more: '{"\\ud83d":"\\udc00","\\u0000":"\\u0000"}' }, "applied"],
];

/** The odd events of a platform, each with its fate; `id` names the cart unless the oddity is the name. */
export function oddEvents(platform: FullPlatform, idOf: () => string): { name: string; body: string; fate: Fate }[] {
  return oddFacts.map(([name, facts, fate]) => ({
    name: `has ${name}`,
    body: fullEvent(platform, idOf(), facts),
    fate: typeof fate === "string" ? fate : fate[platform],
  }));
}
