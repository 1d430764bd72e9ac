import { z } from "zod";
import { devices } from "#domain/device.ts";
import { amount, currency, id, line, link, text } from "./events.ts";

/** Most lines of a basket that a browser may report. */
export const mostBrowserLines = 100;

/** Sixteen random bytes at least, made by the snippet: whoever knows it speaks for this basket and for no other. */
const token = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
const eventId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** Words that strangers may have made up go into mails: they are no place for addresses. */
const plain = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^(?![\s\S]*(:\/\/|\b[wW]{3}\.|@))/)
    .describe("No links and no addresses.");

const claimedLine = line.extend({ title: plain(200).min(1), variantTitle: plain(100).nullish(), sku: text(60) });

const basket = z.object({
  currency,
  lines: z.array(claimedLine).max(mostBrowserLines, { error: "too_many_lines" }),
  discount: amount.nullish(),
  shipping: amount.nullish(),
  total: amount.nullish().describe("Absent: lines less discount plus shipping."),
  recoveryUrl: link.describe("On a host of the shop; any other counts as absent."),
});
export type BrowserBasket = z.infer<typeof basket>;

const product = z.object({ id, title: plain(200).nullish(), url: link, price: amount.nullish(), currency });
export type BrowserProduct = z.infer<typeof product>;

const address = z.object({
  email: z.string().min(3).max(320),
  acceptsMarketing: z.boolean().describe("Whether the shopper asked to be written to; without, nothing is kept."),
  language: text(35),
});

const order = z.object({ id: id.nullish() });

const event = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.object({
    ...{ type: z.literal(type), id: eventId, token, data },
    device: z.enum(devices).nullish().catch(null).describe("Said by the door, from the browser's name."),
  });

/** All that the snippet in a shop's pages may send, one event per request. */
export const browserEvent = z.discriminatedUnion("type", [
  event("browser.product", product),
  event("browser.cart", basket),
  event("browser.email", address),
  event("browser.order", order),
]);
export type BrowserEvent = z.infer<typeof browserEvent>;

/** JSON Schema (2020-12) of the body of a browser's event. */
export function browserEventJsonSchema() {
  return z.toJSONSchema(browserEvent, { io: "input" });
}
