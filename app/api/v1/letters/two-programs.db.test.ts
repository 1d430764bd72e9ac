import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { asKey, createTestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { currentTime } from "#db/clock.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { createIncentive } from "#db/incentives.ts";
import { withScope } from "#db/scope.ts";
import { saveBrand, savePolicy } from "#db/tenants.ts";
import { deliverLetter } from "#inngest/deliver-letter.ts";
import { answerApi } from "../answer-api.ts";

// Two short programs as shops have them already, which post to a mail API: nothing of them changes but the base address.

let database: TestDatabase;
let server: Server;
let api = "";
let key = "";
let tenantId = "";

beforeAll(async () => {
  process.env.INNGEST_BASE_URL = "http://127.0.0.1:1";
  database = await createTestDatabase();
  await connectTo(database);
  const tenant = await createTestTenant("Store");
  tenantId = tenant.tenantId;
  const now = await currentTime();
  await withScope(tenantId, async (scope) => {
    await saveBrand(scope, { senderAddress: "recovery@store.example" });
    await savePolicy(scope, { oversightMode: "monitored" });
    for (const percent of [10, 15])
      await createIncentive(scope, { name: `${percent}`, kind: "percent", percent, code: null, validHours: 48 }, now);
  });
  const { headers } = await asKey(tenant, ["send"]);
  key = (headers.authorization ?? "").replace("Bearer ", "");
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const body = Buffer.concat(chunks);
    const given = { method: request.method, headers: z.record(z.string(), z.string()).parse(request.headers), body };
    const answer = await answerApi(new Request(url, given));
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await closeConnections();
  await database.drop();
});

const post = (json: object) =>
  fetch(`${api}/send`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify(json),
  });

/** The first program: the richer the cart, the richer the offer. */
function recoverCart(email: string, firstLine: string, total: number) {
  const offer =
    total > 100 ? "Take 15% off with SAVE15." : total > 50 ? "Shipping is free for you." : "It is kept for you.";
  return post({
    from: "recovery@store.example",
    to: email,
    subject: "You left something behind",
    text_body: `Your ${firstLine} is still in the cart. ${offer}`,
  });
}

/** The second program: three steps, each later and with more than the one before. */
function sendStep(email: string, step: 1 | 2 | 3) {
  const steps = {
    1: { delayHours: 2, offer: "Your cart is saved." },
    2: { delayHours: 24, offer: "Here is 10% off." },
    3: { delayHours: 72, offer: "Last call: 15% off." },
  };
  const { delayHours, offer } = steps[step];
  return post({
    from: "recovery@store.example",
    to: email,
    subject: `Your cart, ${delayHours} hours on`,
    text_body: offer,
  });
}

const answered = z.object({ id: z.string(), status: z.literal("queued") });
async function delivered(response: Response): Promise<string> {
  expect(response.status).toBe(202);
  const { id } = answered.parse(await response.json());
  await deliverLetter({ tenantId, letterId: id }, "run", await currentTime());
  const [row] = await workerSql()<{ text: string; status: string; mailer: string }[]>`
    select text, status, mailer from letters where id = ${id}`;
  // The key is a test key: whatever the installation sends by, this goes no further than the outbox.
  expect(row).toMatchObject({ status: "sent", mailer: "outbox" });
  return row?.text ?? "";
}

test("a program that picks the incentive by the cart's total runs as it is", async () => {
  expect(await delivered(await recoverCart("ada@example.com", "lamp", 140))).toContain("SAVE15");
  expect(await delivered(await recoverCart("ben@example.com", "rug", 70))).toContain("Shipping is free");
  expect(await delivered(await recoverCart("cyd@example.com", "cup", 12))).toContain("It is kept");
});

test("a program that sends three steps with rising incentives runs as it is", async () => {
  expect(await delivered(await sendStep("dan@example.com", 1))).toContain("saved");
  expect(await delivered(await sendStep("dan@example.com", 2))).toContain("10% off");
  expect(await delivered(await sendStep("dan@example.com", 3))).toContain("15% off");
});
