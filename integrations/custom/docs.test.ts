import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expect, it } from "vitest";
import type { Translation } from "#domain/shop-event.ts";
import { custom } from "./platform.ts";

const page = readFileSync(new URL("../../docs/custom-api.md", import.meta.url), "utf8");
const secret = `whsec_${Buffer.from("a secret of twenty-four b+/=").toString("base64")}`;

/** Runs a script against a receiver that verifies and translates; what became of each request. */
async function runInNode(input: string): Promise<Translation[]> {
  const seen: Translation[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const now = new Date();
    const headers = new Headers(request.headers as Record<string, string>);
    const verified = custom.verify({ headers, body, secrets: [secret], now });
    if (verified.kind === "verified") {
      seen.push(custom.translate({ topic: verified.topic, body, shopCurrency: null, receivedAt: now }));
    }
    response.writeHead(verified.kind === "verified" ? 200 : 401).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  const environment = { ...process.env, URL: url, SECRET: secret };
  const child = spawn(process.execPath, ["--input-type=module"], { env: environment });
  child.stdin.end(input);
  const [code] = await once(child, "exit");
  server.close();
  expect(code).toBe(0);
  return seen;
}

const example = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? "";

it("shows a Node example that is accepted as it stands", async () => {
  const seen = await runInNode(example("js"));
  expect(seen).toMatchObject([
    { kind: "events", events: [{ kind: "cart", cart: { externalId: "cart-1001", totals: { total: 11990 } } }] },
    { kind: "events", events: [{ kind: "order", order: { tokens: ["cart-1001"], total: 11990 } }] },
  ]);
});

it("shows a body in its shell example that is accepted as it stands", () => {
  const body = /body='(.*)'/.exec(example("sh"))?.[1] ?? "";
  const bytes = new TextEncoder().encode(body);
  const translation = custom.translate({ topic: "", body: bytes, shopCurrency: null, receivedAt: new Date() });
  expect(translation).toMatchObject({ kind: "events", events: [{ kind: "cart", cart: { externalId: "cart-1001" } }] });
});
