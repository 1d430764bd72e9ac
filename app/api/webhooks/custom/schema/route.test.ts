import { expect, test } from "vitest";
import { GET } from "./route.ts";

test("serves the JSON Schema of custom events to anybody", async () => {
  const answer = GET();
  expect(answer.headers.get("content-type")).toBe("application/schema+json");
  expect(await answer.json()).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
});
