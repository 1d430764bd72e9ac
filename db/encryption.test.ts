import { expect, test } from "vitest";
import { decrypt, encrypt } from "./encryption.ts";

test("opens what was sealed for the same row, and seals the same text differently each time", () => {
  const sealed = encrypt("whsec_secret", "shop ten_1 shop_1");
  expect(sealed).not.toContain("secret");
  expect(decrypt(sealed, "shop ten_1 shop_1")).toBe("whsec_secret");
  expect(encrypt("whsec_secret", "shop ten_1 shop_1")).not.toBe(sealed);
});

test("does not open a value that was moved to another row or altered", () => {
  const sealed = encrypt("whsec_secret", "shop ten_1 shop_1");
  expect(() => decrypt(sealed, "shop ten_2 shop_1")).toThrow();
  const altered = `${sealed.slice(0, -2)}${sealed.endsWith("A") ? "BB" : "AA"}`;
  expect(() => decrypt(altered, "shop ten_1 shop_1")).toThrow();
  expect(() => decrypt("whsec_secret", "shop ten_1 shop_1")).toThrow();
});
