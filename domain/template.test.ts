import { expect, test } from "vitest";
import { missingOffer } from "./template.ts";

test.each([
  ["free-shipping", null, "free_shipping"],
  ["free-shipping", "percent", "free_shipping"],
  ["free-shipping", "free_shipping", null],
  ["percent-off", "rules", null],
  ["percent-off", null, "percent"],
  ["reminder", null, null],
  ["tmpl_01", null, null],
  [null, null, null],
] as const)("a step with the template %s that offers %s lacks %s", (template, offered, lacks) => {
  expect(missingOffer(template, offered)).toBe(lacks);
});
