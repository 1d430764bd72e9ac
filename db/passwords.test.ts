import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./passwords.ts";

test("a password opens its own hash only, in every way of writing the same letters", async () => {
  const hash = await hashPassword("Pässwort für Ängstliche");
  expect(hash).not.toContain("wort");
  expect(await verifyPassword("Pässwort für Ängstliche".normalize("NFD"), hash)).toBe(true);
  expect(await verifyPassword("pässwort für ängstliche", hash)).toBe(false);
  expect(await hashPassword("Pässwort für Ängstliche")).not.toBe(hash);
});

test("without a hash nothing is right, and nothing throws", async () => {
  expect(await verifyPassword("", null)).toBe(false);
  expect(await verifyPassword("x", "plain$x")).toBe(false);
});
