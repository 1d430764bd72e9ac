import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { translatedBy } from "../testing/translated.ts";
import { magento } from "./platform.ts";

const translated = translatedBy(magento);
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));
const saved = (eventName: string, data: unknown) => translated("", { eventName, data });

describe("an observer of Magento's", () => {
  it("names the cart or order that was saved, which is asked for", () => {
    expect(translated("", fixture("quote-webhook"))).toEqual({
      kind: "incomplete",
      what: "cart",
      id: "730",
      topic: "observer.sales_quote_save_commit_after",
    });
  });

  it("is understood by whatever fields an admin chose, also without the event's name", () => {
    expect(translated("unknown", { quote: { entity_id: 730 } })).toMatchObject({ what: "cart", id: "730" });
    expect(translated("unknown", { data: { order: { entity_id: "673" } } })).toMatchObject({
      what: "order",
      id: "673",
    });
    expect(translated("unknown", { product: { sku: "A" } })).toMatchObject({ reason: "unknown_topic" });
  });

  it("names an order also where the event has no entity_id, by its lines or its number", () => {
    expect(translated("", fixture("order-event"))).toMatchObject({ what: "order", id: "673" });
    const numbered = { value: { increment_id: "000000617" } };
    expect(saved("observer.sales_order_place_after", numbered)).toMatchObject({
      what: "order_number",
      id: "000000617",
    });
  });

  it("keeps ids beyond 2^53 apart", () => {
    const asked = (id: string) =>
      translated("", `{"eventName":"observer.sales_quote_save_after","data":{"quote":{"entity_id":${id}}}}`);
    expect(asked("9007199254740993")).toMatchObject({ id: "9007199254740993" });
    expect(asked("9007199254740992")).toMatchObject({ id: "9007199254740992" });
  });

  it("of something else is left alone, and one without an id rejected, by name", () => {
    const shipment = { value: { entity_id: 5 } };
    expect(saved("observer.sales_order_shipment_save_after", shipment)).toMatchObject({ reason: "unknown_topic" });
    expect(saved("observer.sales_quote_save_after", { quote: {} })).toEqual({
      kind: "rejected",
      reason: "invalid_shape",
      detail: "data.entity_id",
    });
    const path = { quote: { entity_id: "../orders" } };
    expect(saved("observer.sales_quote_save_after", path)).toMatchObject({ kind: "rejected" });
    expect(translated("", "{")).toMatchObject({ reason: "malformed_json" });
    expect(translated("", new Uint8Array([0xff]))).toMatchObject({ reason: "invalid_utf8" });
  });

  it("never makes the translation throw", () => {
    fc.assert(
      fc.property(fc.constantFrom(...magento.setup.topics, "x"), fc.jsonValue(), (topic, data) => {
        expect(["ignored", "rejected", "incomplete"]).toContain(saved(topic, data).kind);
      }),
    );
  });
});
