import { expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "#domain/app-error.ts";
import { parse } from "./request-parts.ts";

const address = z.string().refine((text) => text.includes("@"), "This is no mail address");
const shape = z.strictObject({
  to: z.union([address, z.array(address).max(3, "At most three")]),
  lines: z.array(z.strictObject({ name: z.string() })).optional(),
});

function complaint(value: unknown): Pick<AppError, "message" | "field"> {
  try {
    parse(shape, value);
  } catch (error) {
    if (error instanceof AppError) return { message: error.message, field: error.field };
  }
  throw new Error("it was taken");
}

test.each([
  [{ to: "ada" }, "to", /^This is no mail address$/],
  [{ to: ["ada@example.com", "ben"] }, "to.1", /^This is no mail address$/],
  [{ to: ["a@b", "a@b", "a@b", "a@b"] }, "to", /^At most three$/],
  [{ to: 7 }, "to", /\w/],
  [{ to: "a@b", surprise: 1 }, "surprise", /surprise/],
  [{ to: "a@b", lines: [{ name: "x", also: 1 }] }, "lines.0.also", /also/],
  [[], null, /object/],
])("%j is refused at %s with a word on what is wrong", (value, field, message) => {
  const said = complaint(value);
  expect(said.field).toBe(field);
  expect(said.message).toMatch(message);
});
