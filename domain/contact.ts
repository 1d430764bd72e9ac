/** Consent as a platform reports it: `null` says nothing either way (an unticked box is no refusal). */
export type ConsentState = "granted" | "withdrawn" | null;

/** What a platform says about a person, before it becomes a contact. */
export type ContactSnapshot = {
  externalId: string | null;
  email: string | null;
  phone: string | null;
  firstName: string | null;
  lastName: string | null;
  language: string | null;
  country: string | null;
  timeZone: string | null;
  consent: ConsentState;
  /** What the shop calls them, and where they stand in its loyalty programme; absent where it does not say. */
  tags?: string[] | null;
  loyaltyTier?: string | null;
};

/** What the shop knows of a contact's past with it; revenue in minor units of the shop's currency. */
export type ContactHistory = { orders: number; revenue: number; lastOrderAt: Date | null; recoveries: number };

/** The form an address is unique by: trimmed, NFC, lower case, host in ASCII; null when it is no address. */
export function normalizeAddress(email: string): string | null {
  const text = email.trim().normalize("NFC").toLowerCase();
  const at = text.lastIndexOf("@");
  if (at < 1 || text.length > 254 || /[\s\p{Cc}\p{Cs}<>,;:"()[\]\\]/u.test(text)) return null;
  const host = asciiHost(text.slice(at + 1));
  return host ? `${text.slice(0, at)}@${host}` : null;
}

function asciiHost(host: string): string | null {
  if (!host.includes(".") || !URL.canParse(`http://${host}`)) return null;
  const { hostname, port, pathname } = new URL(`http://${host}`);
  return port === "" && pathname === "/" && /^[a-z0-9.-]+\.[a-z0-9-]{2,}$/.test(hostname) ? hostname : null;
}

/** The digits a phone is known by, of which only an international one tells its country; null for no real number. */
export function normalizePhone(phone: string): string | null {
  const said = phone.normalize("NFKC").trim();
  const digits = said.replace(/\D/g, "");
  const international = said.startsWith("+") ? digits.replace(/^0+/, "") : digits.replace(/^00/, "");
  const isAbroad = said.startsWith("+") || digits.startsWith("00");
  if (international.length < 7 || international.length > 15 || new Set(international).size < 3) return null;
  return isAbroad ? `+${international}` : international;
}
