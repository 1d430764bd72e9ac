import { expect, test } from "vitest";
import { zoneOfCountry } from "./country-zones.ts";
import { shopperZone } from "./shopper-zone.ts";
import { isTimeZone } from "./zone.ts";

const known = { address: "Asia/Tokyo", country: "DE", store: "Europe/Riga", tenant: "UTC" };

test.each([
  ["what the address says", known, { zone: "Asia/Tokyo", from: "address" }],
  ["the country", { ...known, address: null }, { zone: "Europe/Berlin", from: "country" }],
  [
    "the country, if the address is no zone",
    { ...known, address: "Mars/Base" },
    { zone: "Europe/Berlin", from: "country" },
  ],
  ["the store", { ...known, address: null, country: "??" }, { zone: "Europe/Riga", from: "store" }],
  ["the tenant", { address: null, country: null, store: null, tenant: "UTC" }, { zone: "UTC", from: "tenant" }],
])("a shopper's hours go by %s", (_rule, given, expected) => {
  expect(shopperZone(given)).toEqual(expected);
});

test("every country has a zone that there is", () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const zones = codes.flatMap((code) => zoneOfCountry(code) ?? []);
  expect(zones.length).toBeGreaterThan(230);
  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  expect([zoneOfCountry("lv"), zoneOfCountry("US")]).toEqual(["Europe/Riga", "America/Chicago"]);
});
