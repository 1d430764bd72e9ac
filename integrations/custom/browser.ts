import type { CartSnapshot } from "#domain/cart.ts";
import type { ContactSnapshot } from "#domain/contact.ts";
import type { ViewedProduct } from "#domain/product.ts";
import type { Translation } from "#domain/shop-event.ts";
import { type Rejection, readJson } from "../json-body.ts";
import type { TranslateRequest } from "../platform.ts";
import { clean, optionalEmail, optionalLanguage, rejectionOf, webUrl } from "../shapes.ts";
import { type BrowserBasket, type BrowserEvent, type BrowserProduct, browserEvent } from "./browser-events.ts";
import { cartFrom } from "./carts.ts";

export const browserTopic = "browser.";

/** A browser's event, or by name what is wrong with it. */
export function readBrowserEvent(body: Uint8Array): { kind: "event"; event: BrowserEvent } | Rejection {
  const read = readJson(body);
  if (read.kind === "rejected") return read;
  const parsed = browserEvent.safeParse(read.json);
  return parsed.success ? { kind: "event", event: parsed.data } : rejectionOf(parsed.error);
}

/**
 * What a browser says is a claim on the one basket that its token names. Times are ours: nobody may speak from the
 * future. An address without the wish to be written to is not kept.
 */
export function translateBrowser(request: TranslateRequest): Translation {
  const read = readBrowserEvent(request.body);
  if (read.kind === "rejected") return read;
  const { event } = read;
  const at = request.receivedAt;
  const name = `${browserTopic.slice(0, -1)}:${event.token}`;
  switch (event.type) {
    case "browser.product":
      return {
        kind: "events",
        events: [
          { kind: "activity", tokens: [name], at },
          { kind: "view", view: { visitor: name, contact: null, product: viewed(event.data, request), at } },
        ],
      };
    case "browser.cart":
      return basketFrom(name, { ...onShop(event.data, request.shopUrl), device: event.device }, request);
    case "browser.email": {
      const email = optionalEmail.parse(event.data.email);
      if (!email) return { kind: "rejected", reason: "invalid_shape", detail: "data.email" };
      if (!event.data.acceptsMarketing) return { kind: "ignored", reason: "no_consent" };
      const language = optionalLanguage.parse(event.data.language);
      const contact: ContactSnapshot = { ...nobody, email, language, consent: "granted" };
      return claim({ ...empty(name, request), claim: "address", phase: "checkout", contact, device: event.device });
    }
    case "browser.order":
      return claim({ ...empty(name, request), claim: "order", completedAt: at });
  }
}

/** What a page says of its product; the catalogue's own word goes before it when it is shown. */
function viewed(product: BrowserProduct, { shopUrl, shopCurrency }: TranslateRequest): ViewedProduct {
  const { id: externalId, title, url, price, currency } = product;
  return {
    ...{ externalId, title: clean(title ?? "", 200) || null, imageUrl: null },
    ...{ url: webUrl(keptOn(shopUrl)(url) ?? ""), price: price ?? null, currency: currency ?? shopCurrency },
  };
}

const nobody = {
  ...{ externalId: null, phone: null, firstName: null, lastName: null },
  ...{ country: null, timeZone: null },
};

function basketFrom(
  name: string,
  basket: BrowserBasket & Pick<BrowserEvent, "device">,
  { shopCurrency, receivedAt }: TranslateRequest,
): Translation {
  const said = cartFrom({ ...basket, id: name }, shopCurrency, receivedAt);
  if (said.kind !== "events") return said;
  const events = said.events.map((one) =>
    one.kind === "cart" ? { ...one, cart: { ...one.cart, claim: "basket" as const } } : one,
  );
  return { kind: "events", events };
}

/** A cart of which nothing but what is added is said. */
function empty(name: string, { shopCurrency, receivedAt }: TranslateRequest): CartSnapshot {
  const totals = { subtotal: 0, discount: 0, shipping: null, tax: null, total: 0 };
  const basket = { currency: shopCurrency ?? "", lines: [], totals, discountCodes: [], recoveryUrl: null };
  const times = { sourceCreatedAt: receivedAt, sourceUpdatedAt: receivedAt, completedAt: null, deletedAt: null };
  return { externalId: name, tokens: [name], phase: "cart", contact: null, ...basket, ...times };
}

function claim(cart: CartSnapshot): Translation {
  return { kind: "events", events: [{ kind: "cart", cart }] };
}

/** Links and pictures that a stranger may have chosen lead to the shop or its subdomains, or nowhere. */
function onShop(basket: BrowserBasket, shopUrl: string | undefined): BrowserBasket {
  const kept = keptOn(shopUrl);
  const lines = basket.lines.map((line) => ({ ...line, imageUrl: kept(line.imageUrl), url: kept(line.url) }));
  return { ...basket, lines, recoveryUrl: kept(basket.recoveryUrl) };
}

function keptOn(shopUrl: string | undefined) {
  const home = hostOf(shopUrl)?.replace(/^www\./, "");
  return (url: string | null | undefined) => {
    const host = hostOf(url);
    return home && host && (host === home || host.endsWith(`.${home}`)) ? url : null;
  };
}

function hostOf(url: string | null | undefined): string | null {
  return url && URL.canParse(url) ? new URL(url).hostname : null;
}
