import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StubAnswer, StubRequest } from "../testing/json-server.ts";
import { startVendorStub, type VendorStub } from "../testing/vendor-stub.ts";
import { magento } from "./platform.ts";

const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const webhookPublicKey = publicKey.export({ type: "spki", format: "pem" }).toString();
const commerce = { accessToken: "token-of-nordhem", webhookPublicKey };
const [quotes = "", orders = ""] = magento.setup.topics;

let stub: VendorStub;
let answer: (request: StubRequest) => StubAnswer | null;
beforeEach(async () => {
  answer = () => null;
  stub = await startVendorStub((request) => answer(request));
});
afterEach(() => stub.close());

const register = (credentials: Record<string, string>) => magento.registerHooks?.(stub.connection(credentials));

describe("the hooks of Adobe Commerce", () => {
  it("are subscribed where they are missing, for the id alone and without holding up a shopper", async () => {
    const standing = { webhook_method: quotes, url: stub.connection({}).publicUrl };
    const foreign = { webhook_method: orders, url: "https://other.example/hook" };
    answer = ({ method }) => (method === "GET" ? { json: [standing, foreign] } : { json: true });
    expect(await register(commerce)).toEqual({ registered: [quotes, orders], missing: [] });
    expect(stub.asked()).toEqual(["GET /V1/webhooks/list", "POST /V1/webhooks/subscribe"]);
    expect(JSON.parse(stub.requests[1]?.text ?? "").webhook).toMatchObject({
      ...{ webhook_method: orders, webhook_type: "after", url: stub.connection({}).publicUrl, required: false },
      ...{ batch_name: "comeback", hook_name: "comeback_order" },
      fields: [{ name: "eventName" }, { name: "data.order.entity_id" }],
    });
  });

  it("that the shop refuses are told as missing", async () => {
    answer = ({ method, text }) =>
      method === "GET" ? { json: [] } : text.includes(orders) ? { status: 400, json: {} } : { json: true };
    expect(await register(commerce)).toEqual({ registered: [quotes], missing: [orders] });
  });

  it("do not exist in Open Source, nor for a token without access to them", async () => {
    const none = { registered: [], missing: magento.setup.topics };
    expect(await register(commerce)).toEqual(none);
    answer = () => ({ status: 401, json: { message: "The consumer isn't authorized to access %resources." } });
    expect(await register(commerce)).toEqual(none);
    expect(stub.asked().some((one) => one.startsWith("POST"))).toBe(false);
  });

  it("are not asked for while no public key is entered, since none of them would be let in", async () => {
    expect(await register({ accessToken: "t" })).toMatchObject({ registered: [] });
    expect(await register({ accessToken: "t", webhookPublicKey: "no key" })).toMatchObject({ registered: [] });
    expect(stub.requests).toEqual([]);
  });

  it("let the shop go on", () => {
    const webhook = new Headers({ "x-adobe-commerce-webhook-signature": "AAAA" });
    expect(magento.answer?.({ headers: webhook })).toEqual({ op: "success" });
    expect(magento.answer?.({ headers: new Headers({ "x-adobe-digital-signature-1": "AAAA" }) })).toBeNull();
  });
});

describe("the handshake of Adobe's I/O events", () => {
  const ask = (query: string) => magento.handshake?.(new URLSearchParams(query));

  it("gives the challenge back", () => {
    const challenge = "8ec8d794-e0ab-42df-9017-e3dada8e84f7";
    expect(ask(`challenge=${challenge}`)).toEqual({ challenge });
  });

  it("gives nothing else back", () => {
    for (const query of ["", "challenge=", "challenge=<script>", `challenge=${"a".repeat(201)}`, "other=1"])
      expect(ask(query)).toBeNull();
  });
});
