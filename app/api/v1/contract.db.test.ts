import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { asKey, asMember, asStranger, createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import type { TestDatabase } from "#bin/testing/database.ts";
import { createDemoDatabase } from "#bin/testing/demo-database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import type { Demo } from "#db/seed/demo.ts";
import { type KeyScope, keyScopes } from "#domain/member.ts";
import { answerApi } from "./answer-api.ts";
import { operations } from "./operations.ts";
import { answerCheckOf, faultsOf, servedDocument } from "./testing/document.ts";
import { rowsThatStay } from "./testing/rows-that-stay.ts";
import { samples } from "./testing/samples.ts";

let database: TestDatabase;
let demo: Demo;
let other: TestTenant;

beforeAll(async () => {
  const seeded = await createDemoDatabase();
  ({ demo } = seeded);
  database = seeded;
  await connectTo(database);
  other = await createTestTenant("Other");
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const demoTenant = () => ({ tenantId: demo.tenantId, name: "demo" });

const document = servedDocument(operations);
const wrongWith = answerCheckOf(document);

test("the document is OpenAPI 3.1, and a mistake in it would be found", async () => {
  expect(document.openapi).toBe("3.1.0");
  expect(await faultsOf(document)).toBeNull();
  expect(await faultsOf({ ...document, paths: { "/carts": { get: { responses: { 200: {} } } } } })).not.toBeNull();
  const [operation] = operations;
  if (operation) expect(wrongWith(operation, { status: 200, json: { data: [{ id: 7 }] } })).not.toBeNull();
});

test("the document names every operation once, and every operation has a request that is tried here", () => {
  const named = Object.values(
    z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))).parse(document.paths),
  );
  const ids = named.flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
  expect(new Set(ids).size).toBe(ids.length);
  expect(operations.filter(({ id }) => !ids.includes(id))).toEqual([]);
  expect(operations.map(({ id }) => id).filter((id) => !(id in samples))).toEqual([]);
});

describe.each(operations)("$id", (operation) => {
  const { method, scope, shapes, status = 200, id } = operation;
  const ask = async () => {
    const owner = await asMember(demoTenant(), "owner");
    const { params = {}, query = {}, body } = (await samples[id]?.(demo.tenantId, owner)) ?? {};
    const path = `/v1${operation.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "nothing")}`;
    return { owner, call: { method, path, query, ...(shapes.body ? { body: body ?? {} } : {}) } };
  };

  test("answers as it is described", async () => {
    const { owner, call } = await ask();
    const answer = await owner.call(answerApi, call);
    expect({ status: answer.status, json: answer.json }).toEqual({ status, json: answer.json });
    expect(wrongWith(operation, answer)).toBeNull();
    expect(answer.json === null).toBe(shapes.answer === null);
  });

  test(`opens to the scope ${scope} alone`, async () => {
    const { call } = await ask();
    for (const held of keyScopes) {
      const key = await asKey(demoTenant(), [held] satisfies KeyScope[]);
      const answer = await key.call(answerApi, call);
      const { status: answered, json } = answer;
      if (answered >= 400) expect(wrongWith(operation, answer)).toBeNull();
      if (held !== scope) expect([held, answered]).toEqual([held, 403]);
      else if (answered === 403) expect(json).toMatchObject({ error: { field: "code" } });
      if (held !== scope) expect(json).toMatchObject({ error: { message: `This key lacks the scope ${scope}` } });
    }
    expect((await asStranger().call(answerApi, call)).status).toBe(401);
  });

  test("finds nothing of it for another tenant", async () => {
    const { call } = await ask();
    const mine = operation.path.includes("{");
    const stranger = await asMember(other, "owner");
    const before = await rowsThatStay(demo.tenantId);
    const answer = await stranger.call(answerApi, call);
    if (mine) expect(answer.status).toBe(404);
    expect(wrongWith(operation, answer)).toBeNull();
    expect(await rowsThatStay(demo.tenantId)).toEqual(before);
  });

  if (shapes.query ?? shapes.body)
    test("refuses an unknown field by its name", async () => {
      const { owner, call } = await ask();
      const wrong = shapes.body
        ? { ...call, body: { ...(call.body as object), surprise: 1 } }
        : { ...call, query: { ...call.query, surprise: "1" } };
      expect(await owner.call(answerApi, wrong)).toMatchObject({ status: 422, json: { error: { field: "surprise" } } });
    });
});
