import { zoneOfCountry } from "./country-zones.ts";
import { isTimeZone } from "./zone.ts";

export type ZoneSource = "address" | "country" | "store" | "tenant";

/** The zone by which a shopper's hours are counted, and how we know: what is said of them first, then what is likely. */
export function shopperZone(known: {
  address: string | null;
  country: string | null;
  store: string | null;
  tenant: string;
}): { zone: string; from: ZoneSource } {
  if (known.address && isTimeZone(known.address)) return { zone: known.address, from: "address" };
  const ofCountry = known.country && zoneOfCountry(known.country);
  if (ofCountry) return { zone: ofCountry, from: "country" };
  if (known.store && isTimeZone(known.store)) return { zone: known.store, from: "store" };
  return { zone: known.tenant, from: "tenant" };
}
