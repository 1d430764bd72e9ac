import { expect, test } from "vitest";
import { faultFacts } from "./log.ts";

test("keeps codes and places of a fault and leaves out what a database or parser quotes", () => {
  class PostgresError extends Error {
    code = "23505";
    constraint_name = "members_email";
  }
  const cause = new PostgresError("duplicate key: (email)=(ida@one.example)");
  const facts = faultFacts(new TypeError("no such member", { cause }));
  expect(facts).toMatchObject([
    { name: "TypeError", message: "no such member" },
    { name: "PostgresError", code: "23505", constraint: "members_email" },
  ]);
  expect(JSON.stringify(facts)).not.toContain("ida@one.example");
  expect(faultFacts("thrown text with ida@one.example")).toEqual([{ name: "string", at: [] }]);
});
