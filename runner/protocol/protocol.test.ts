import { describe, expect, test } from "vitest";
import { canonical, canonicalObject } from "./canonical.ts";
import { maxAttemptsOf, readFunctions } from "./config.ts";
import { newId, seededIds } from "./identity.ts";
import { hashedKey, sameSecret, signatureOf } from "./sign.ts";

const step = { step: { id: "step", name: "step", runtime: { type: "http", url: "http://app/api/inngest?fnId=a" } } };
const base = { id: "app-f", name: "f", triggers: [{ event: "e" }], steps: step };

describe("function configurations", () => {
  test("retries count the tries after the first", () => {
    const [fn] = readFunctions([base]).functions;
    const none = { ...base, steps: { step: { ...step.step, retries: { attempts: 0 } } } };
    expect(fn && maxAttemptsOf(fn)).toBe(5);
    const [once] = readFunctions([none]).functions;
    expect(once && maxAttemptsOf(once)).toBe(1);
  });

  const accepted: [string, Record<string, unknown>][] = [
    ["a number as concurrency", { concurrency: 5 }],
    [
      "two concurrency limits",
      {
        concurrency: [
          { limit: 1, key: "event.data.a" },
          { limit: 9, key: "'all'", scope: "env" },
        ],
      },
    ],
    ["a batch", { batchEvents: { maxSize: 10, timeout: "5s", key: "event.data.a", if: "event.data.b == true" } }],
    ["a debounce", { debounce: { period: "1m", timeout: "1h", key: "event.data.a" } }],
    ["cancel rules", { cancel: [{ event: "x", if: "event.data.id == async.data.id", timeout: "1d" }] }],
    ["a cron with jitter", { triggers: [{ cron: "TZ=Europe/Riga 0 9 * * *", jitter: "30s" }] }],
    ["nothing that starts it but invoke", { triggers: [] }],
  ];
  test.each(accepted)("accepts %s", (_name, options) => {
    expect(readFunctions([{ ...base, ...options }]).refusals).toEqual([]);
  });

  const refused: [string, Record<string, unknown>, string][] = [
    ["an option it does not know", { sharding: { key: "x" } }, "sharding"],
    ["an expression outside of what it evaluates", { idempotency: "event.data.x.matches('a')" }, "app-f.idempotency"],
    ["an expression over what is not there", { throttle: { limit: 1, period: "1m", key: "async.data.x" } }, "throttle"],
    ["a batch with a debounce", { batchEvents: { maxSize: 2, timeout: "1s" }, debounce: { period: "1s" } }, "debounce"],
    ["a span out of bounds", { rateLimit: { limit: 1, period: "25h" } }, "app-f.rateLimit.period"],
    ["a wide concurrency without a key", { concurrency: { limit: 1, scope: "account" } }, "needs a key"],
    ["three concurrency limits", { concurrency: [{ limit: 1 }, { limit: 1 }, { limit: 1 }] }, "app-f.concurrency"],
    ["a cron it cannot read", { triggers: [{ cron: "whenever" }] }, "cron"],
    ["a worker that connects", { steps: { step: { ...step.step, runtime: { type: "ws", url: "ws://x" } } } }, "http"],
    ["six cancel rules", { cancel: Array.from({ length: 6 }, () => ({ event: "x" })) }, "app-f.cancel"],
    ["more retries than twenty", { steps: { step: { ...step.step, retries: { attempts: 21 } } } }, "retries"],
  ];
  test.each(refused)("refuses %s", (_name, options, names) => {
    expect(readFunctions([{ ...base, ...options }]).refusals.join("\n")).toContain(names);
  });
});

describe("signatures", () => {
  test("are over the canonical body and the second, without the key's prefix", () => {
    const signature = signatureOf('{"a":1}', "signkey-prod-abcd", 1_700_000_000_999);
    expect(signature).toMatch(/^t=1700000000&s=[0-9a-f]{64}$/);
    expect(signature).toBe(signatureOf('{"a":1}', "signkey-test-abcd", 1_700_000_000_000));
  });

  test("the key is shown to the API hashed, with its prefix", () => {
    expect(hashedKey("signkey-prod-abcd")).toMatch(/^signkey-prod-[0-9a-f]{64}$/);
  });

  test("secrets of different lengths differ", () => {
    expect(sameSecret("a", "ab")).toBe(false);
    expect(sameSecret("ab", "ab")).toBe(true);
  });
});

describe("canonical JSON", () => {
  test("sorts keys and is put together from parts without parsing them", () => {
    const value = { b: [1, { d: 1, c: 2 }], a: "ü", Z: null };
    const parts = Object.entries(value).map(([key, part]) => [key, canonical(part)] as const);
    expect(canonicalObject(parts)).toBe(canonical(value));
    expect(canonical(value)).toBe('{"Z":null,"a":"ü","b":[1,{"c":2,"d":1}]}');
  });

  test("replaces lone surrogates, which it cannot express", () => {
    expect(canonical({ "k\ud800": ["v\udfff"] })).toBe('{"k\ufffd":["v\ufffd"]}');
  });
});

describe("ids", () => {
  test("sort by when they were made, also within a millisecond", () => {
    const ids = Array.from({ length: 500 }, newId);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(500);
  });

  test("of a seed are the same each time and differ by index", () => {
    const seed = `1700000000000,${Buffer.from("0123456789").toString("base64")}`;
    const ids = seededIds(seed, 3);
    expect(ids).toEqual(seededIds(seed, 3));
    expect(new Set(ids).size).toBe(3);
    expect(ids?.[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(seededIds("nonsense", 1)).toBeNull();
  });
});
