import { expect, test } from "vitest";
import { env } from "#env";
import { decrypt, encrypt, reseal } from "./encryption.ts";

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

test("while a key is replaced, what the one before sealed opens and is sealed anew; with neither key nothing opens", () => {
  const old = env().ENCRYPTION_KEY;
  const sealed = encrypt("whsec_secret", "shop ten_1 shop_1");
  const keys = env();
  try {
    Object.assign(keys, { ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64") });
    expect(() => decrypt(sealed, "shop ten_1 shop_1")).toThrow();
    Object.assign(keys, { ENCRYPTION_KEY_PREVIOUS: old });
    expect(decrypt(sealed, "shop ten_1 shop_1")).toBe("whsec_secret");
    const anew = reseal(sealed, "shop ten_1 shop_1") ?? "";
    expect(reseal(anew, "shop ten_1 shop_1")).toBeNull();
    Object.assign(keys, { ENCRYPTION_KEY_PREVIOUS: undefined });
    expect(decrypt(anew, "shop ten_1 shop_1")).toBe("whsec_secret");
  } finally {
    Object.assign(keys, { ENCRYPTION_KEY: old, ENCRYPTION_KEY_PREVIOUS: undefined });
  }
});
