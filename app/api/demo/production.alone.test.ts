import { expect, test } from "vitest";
import { GET, PUT } from "./storefront/cart/route.ts";
import { POST } from "./storefront/orders/route.ts";

process.env.APP_MODE = "production";

test("does not exist in production", async () => {
  const ask = (method: string, body?: string) =>
    new Request("http://localhost:3000/api/demo/storefront/cart", {
      method,
      body,
      headers: { "sec-fetch-site": "same-origin" },
    });
  const shopper = { email: "a@post.example", firstName: "A", lastName: "" };
  expect((await GET(ask("GET"))).status).toBe(404);
  expect((await PUT(ask("PUT", JSON.stringify({ lines: [] })))).status).toBe(404);
  expect((await POST(ask("POST", JSON.stringify({ shopper })))).status).toBe(404);
});
