import { devices } from "../device.ts";
import { type MadeUpCart, type TrialAct, trialActKinds } from "./trial.ts";

/** What the address of a trial says: which version (null for the draft), a real cart or a made-up one, and the acts. */
export type TrialQuery = {
  version: string | null;
  cart: string | null;
  /** Whether what really happened after a real cart was abandoned counts. */
  real: boolean;
  made: MadeUpCart;
  acts: TrialAct[];
};

/** What is tried until somebody says otherwise: a cart of middling value, left in the evening. */
export function defaultCart(currency: string): MadeUpCart {
  return {
    ...{ total: 12_000, currency, lines: 2, categories: [], checkout: true, loggedIn: false, orders: 0, spent: 0 },
    ...{ daysSinceOrder: 30, abandonments: 0, country: "", language: "", tags: [], tier: "", consent: "granted" },
    ...{ hour: 18, device: "" },
  };
}

type Params = Record<string, string | undefined>;

/** Reads an address; whatever it does not say, or says beyond reason, is as by default. */
export function readTrialQuery(params: Params, currency: string): TrialQuery {
  const base = defaultCart(currency);
  const whole = (name: string, most: number, fallback: number) => {
    const value = Number(params[name] ?? Number.NaN);
    return Number.isInteger(value) && value >= 0 && value <= most ? value : fallback;
  };
  const text = (name: string, fallback: string) => (params[name] ?? fallback).slice(0, 60);
  const list = (name: string) => listOf(params[name] ?? "");
  const flag = (name: string, fallback: boolean) => (params[name] === undefined ? fallback : params[name] === "1");
  const said = params.consent;
  return {
    version: params.version ? text("version", "") : null,
    cart: params.cart ? text("cart", "") : null,
    real: params.real === "1",
    made: {
      ...{
        total: whole("total", 1e11, base.total),
        lines: whole("lines", 200, base.lines),
        categories: list("categories"),
      },
      currency: /^[A-Z]{3}$/.test(params.currency ?? "") ? text("currency", currency) : currency,
      ...{ checkout: flag("checkout", base.checkout), loggedIn: flag("loggedIn", base.loggedIn) },
      ...{ orders: whole("orders", 500, 0), spent: whole("spent", 1e11, 0), tags: list("tags") },
      ...{ daysSinceOrder: whole("days", 5_000, base.daysSinceOrder), abandonments: whole("abandonments", 500, 0) },
      ...{ country: text("country", ""), language: text("language", ""), tier: text("tier", "") },
      consent: said === "withdrawn" || said === "unknown" ? said : "granted",
      hour: whole("hour", 23, base.hour),
      device: devices.find((one) => one === params.device) ?? "",
    },
    acts: actsOf(params.acts ?? ""),
  };
}

/** The address of a trial: only what differs from the default is said. */
export function writeTrialQuery({ version, cart, real, made, acts }: TrialQuery): string {
  const base = defaultCart(made.currency);
  const { categories, tags, checkout, loggedIn, daysSinceOrder, currency, ...plain } = made;
  const query = new URLSearchParams();
  if (version) query.set("version", version);
  if (cart) query.set("cart", cart);
  if (real) query.set("real", "1");
  if (!cart) {
    query.set("currency", currency);
    for (const [name, value] of Object.entries(plain))
      if (value !== base[name as keyof typeof plain]) query.set(name, String(value));
    if (daysSinceOrder !== base.daysSinceOrder) query.set("days", String(daysSinceOrder));
    if (categories.length > 0) query.set("categories", categories.join(","));
    if (tags.length > 0) query.set("tags", tags.join(","));
    if (checkout !== base.checkout) query.set("checkout", checkout ? "1" : "0");
    if (loggedIn !== base.loggedIn) query.set("loggedIn", loggedIn ? "1" : "0");
  }
  if (acts.length > 0)
    query.set("acts", acts.map(({ act, minutes, message }) => `${act}.${minutes}.${message}`).join("~"));
  return query.toString();
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)
    .slice(0, 20);
}

const mostActs = 20;
const mostMinutes = 60 * 24 * 366;

function actsOf(text: string): TrialAct[] {
  return text.split("~", mostActs).flatMap((one): TrialAct[] => {
    const [name, minutes, message] = one.split(".");
    const act = trialActKinds.find((kind) => kind === name);
    const [after, place] = [Number(minutes), Number(message)];
    const sound =
      Number.isInteger(after) && after >= 0 && after <= mostMinutes && Number.isInteger(place) && place >= 0;
    return act && sound ? [{ act, minutes: after, message: place }] : [];
  });
}
