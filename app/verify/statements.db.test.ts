import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as publicKeys } from "#app/api/identity/keys/route.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { bodyHash, signStatement } from "#inngest/sign-statement.ts";
import { readStatement } from "./read-statement.ts";

const now = new Date();
const said = {
  tenant: "ten_1",
  shop: "Nordlicht",
  message: "msg_01kh3aaaaaaaaaaaaa",
  body: bodyHash("<p>Hello</p>"),
  written: "ai" as const,
  mode: "gated" as const,
  approved: "person" as const,
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

test("a statement is checked by anybody with the public keys alone", async () => {
  const jws = await signStatement(said, now);
  const { keys } = await (await publicKeys()).json();
  const { payload } = await jwtVerify(jws, createLocalJWKSet({ keys }), { algorithms: ["EdDSA"] });
  expect(payload).toMatchObject(said);
  expect(JSON.stringify(keys)).not.toContain('"d"');
});

test("a pasted statement holds, a changed one does not, and a foreign one is said to be foreign", async () => {
  const jws = await signStatement(said, now);
  expect(await readStatement({ pasted: `X-Comeback-Identity: ${jws}`, messageId: null })).toMatchObject({
    kind: "holds",
    statement: said,
  });
  const [head, body = "", signature] = jws.split(".");
  const payload = JSON.parse(Buffer.from(body, "base64url").toString());
  const forged = Buffer.from(JSON.stringify({ ...payload, approved: "policy" })).toString("base64url");
  expect(await readStatement({ pasted: `${head}.${forged}.${signature}`, messageId: null })).toEqual({
    kind: "forged",
  });
  const elsewhere = Buffer.from(JSON.stringify({ alg: "EdDSA", kid: "theirs" })).toString("base64url");
  expect(await readStatement({ pasted: `${elsewhere}.${body}.${signature}`, messageId: null })).toEqual({
    kind: "elsewhere",
  });
  const unsigned = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
  expect(await readStatement({ pasted: `${unsigned}.${body}.x`, messageId: null })).toEqual({ kind: "forged" });
  expect(await readStatement({ pasted: "Hello", messageId: null })).toEqual({ kind: "none" });
  expect(await readStatement({ pasted: null, messageId: "msg_01kh3nobodyknowsit" })).toEqual({ kind: "not_found" });
});

test("keys are sealed where they are kept, and a new one signs after ninety days", async () => {
  await signStatement(said, now);
  const [row] = await workerSql()<{ sealed: string }[]>`select private_sealed as sealed from identity_keys`;
  expect(row?.sealed).toMatch(/^v1\./);
  const { acrossTenantsSigningKey } = await import("#db/across-tenants-identity.ts");
  const later = new Date(now.getTime() + 91 * 86_400_000);
  expect(await acrossTenantsSigningKey(now)).not.toBeNull();
  expect(await acrossTenantsSigningKey(later)).toBeNull();
});
