import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
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
import { type HttpDoor, openHttpDoor } from "../testing/http-door.ts";

// Two short programs as shops have them already, which post to a mail API: nothing of them changes but the base address.

let database: TestDatabase;
let door: HttpDoor;
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
  door = await openHttpDoor(answerApi);
  api = `${door.address}/v1`;
});
afterAll(async () => {
  door.close();
  await closeConnections();
  await database.drop();
});

const post = async (json: object) =>
  accepted(
    await fetch(`${api}/send`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: JSON.stringify(json),
    }),
  );

/** The first program: the richer the cart, the richer the offer. */
function recoverCart(email: string, firstLine: string, total: number): Promise<string> {
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
function sendStep(email: string, step: 1 | 2 | 3): Promise<string> {
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
async function accepted(response: Response): Promise<string> {
  expect(response.status).toBe(202);
  return answered.parse(await response.json()).id;
}

async function delivered(made: Promise<string>): Promise<string> {
  const id = await made;
  await deliverLetter({ tenantId, letterId: id }, "run", await currentTime());
  const [row] = await workerSql()<{ text: string; status: string; mailer: string }[]>`
    select text, status, mailer from letters where id = ${id}`;
  // The key is a test key: whatever the installation sends by, this goes no further than the outbox.
  expect(row).toMatchObject({ status: "sent", mailer: "outbox" });
  return row?.text ?? "";
}

test("a program that picks the incentive by the cart's total runs as it is", async () => {
  expect(await delivered(recoverCart("ada@example.com", "lamp", 140))).toContain("SAVE15");
  expect(await delivered(recoverCart("ben@example.com", "rug", 70))).toContain("Shipping is free");
  expect(await delivered(recoverCart("cyd@example.com", "cup", 12))).toContain("It is kept");
});

test("a program that sends three steps with rising incentives runs as it is", async () => {
  expect(await delivered(sendStep("dan@example.com", 1))).toContain("saved");
  expect(await delivered(sendStep("dan@example.com", 2))).toContain("10% off");
  expect(await delivered(sendStep("dan@example.com", 3))).toContain("15% off");
});

const folder = new URL("./testing/", import.meta.url).pathname;
const asks = (...given: string[]) => {
  try {
    execFileSync("python3", given, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
// Where the library is missing, a stand-in of the same name does what the programs ask of it.
const standIn = { PYTHONPATH: `${folder}stand-in` };
const installed = asks("-c", "import requests") ? {} : standIn;

/** Runs one of the programs as its shop does, and tells the id of the letter that it made. */
async function python([program, ...given]: [string, ...string[]], library: object = installed): Promise<string> {
  const env = { ...process.env, ...library, MAIL_API: api, MAIL_KEY: key, PYTHONDONTWRITEBYTECODE: "1" };
  const { stdout } = await promisify(execFile)("python3", [`${folder}${program}`, ...given], { env });
  const [id, status] = stdout.trim().split(" ");
  return answered.parse({ id, status }).id;
}

// A machine without Python has nothing to run them with: the two tests above ask the same of the API.
if (asks("--version")) {
  test("the first program runs in Python as it is", async () => {
    expect(await delivered(python(["recover-cart.py", "eve@example.com", "lamp", "140"]))).toContain("SAVE15");
    expect(await delivered(python(["recover-cart.py", "fay@example.com", "rug", "70"]))).toContain("Shipping is free");
    expect(await delivered(python(["recover-cart.py", "gus@example.com", "cup", "12"]))).toContain("It is kept");
    await expect(python(["recover-cart.py", "nobody", "cup", "12"])).rejects.toThrow("422");
  });

  test("the second program runs in Python as it is", async () => {
    for (const [step, words, library] of [
      ["1", "saved", installed],
      ["2", "10% off", installed],
      ["3", "15% off", standIn],
    ] as const)
      expect(await delivered(python(["send-step.py", "hal@example.com", step], library))).toContain(words);
  });
}
