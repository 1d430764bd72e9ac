import { describe, expect, test } from "vitest";
import type { Pulse } from "../pace.ts";
import { type GateRules, gateOf } from "./gate.ts";

const rules: GateRules = {
  concurrency: 2,
  requestsPerMinute: 60_000,
  faultsToOpen: 3,
  restMs: 60_000,
  patienceMs: 5_000,
};

/** A clock that is moved by hand; whoever waits is woken when its time has come. */
function handClock() {
  let now = 0;
  let waiting: { until: number; wake: () => void }[] = [];
  const pulse: Pulse = {
    now: () => now,
    wait: (milliseconds) => new Promise((wake) => waiting.push({ until: now + milliseconds, wake })),
  };
  const move = async (milliseconds: number) => {
    now += milliseconds;
    const due = waiting.filter(({ until }) => until <= now);
    waiting = waiting.filter(({ until }) => until > now);
    for (const { wake } of due) wake();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  return { pulse, move };
}

function opened(change: Partial<GateRules> = {}) {
  const clock = handClock();
  return { ...clock, gate: gateOf({ ...rules, ...change }, clock.pulse) };
}

describe("the gate to a provider", () => {
  test("lets so many in at once, and the next when one leaves", async () => {
    const { gate, move } = opened();
    const two = [gate.enter(), gate.enter()];
    await move(0);
    await move(1);
    expect(await Promise.all(two)).toEqual([null, null]);
    let third: unknown = "outside";
    const entering = gate.enter().then((answer) => {
      third = answer;
    });
    await move(1);
    expect(third).toBe("outside");
    gate.leave("answered");
    await move(0);
    await move(10);
    await entering;
    expect(third).toBeNull();
  });

  test("sends away who has waited too long for a seat, without losing the seat", async () => {
    const { gate, move } = opened({ concurrency: 1 });
    await gate.enter();
    const late = gate.enter();
    await move(5_000);
    expect(await late).toBe("rate_limited");
    gate.leave("answered");
    await move(10);
    expect(await gate.enter()).toBeNull();
  });

  test("spaces requests over the minute", async () => {
    const { gate, move } = opened({ requestsPerMinute: 30, concurrency: 10 });
    expect(await gate.enter()).toBeNull();
    const [second, third] = [gate.enter(), gate.enter()];
    await move(2_000);
    expect(await second).toBeNull();
    await move(2_000);
    expect(await third).toBeNull();
    const many = [gate.enter(), gate.enter(), gate.enter(), gate.enter()];
    await move(0);
    expect(await many[3]).toBe("rate_limited");
  });

  test("asks nothing while the provider wants silence", async () => {
    const { gate, move } = opened();
    await gate.enter();
    gate.holdBack(30_000);
    gate.leave("fault");
    expect(await gate.enter()).toBe("rate_limited");
    await move(30_000);
    expect(await gate.enter()).toBeNull();
  });
});

describe("the breaker", () => {
  async function faulty(times: number) {
    const { gate, move } = opened({ concurrency: 10 });
    for (let fault = 0; fault < times; fault++) {
      const entering = gate.enter();
      await move(1);
      await entering;
      gate.leave("fault");
    }
    await move(1);
    return { gate, move };
  }

  test("opens after faults in a row only", async () => {
    expect(await (await faulty(2)).gate.enter()).toBeNull();
    expect(await (await faulty(3)).gate.enter()).toBe("provider_down");
    const { gate, move } = await faulty(2);
    for (const outcome of ["answered", "fault", "fault"] as const) {
      await gate.enter();
      gate.leave(outcome);
      await move(1);
    }
    expect(await gate.enter()).toBeNull();
  });

  test("lets one out after its rest: an answer closes it, a fault begins a new rest", async () => {
    const { gate, move } = await faulty(3);
    await move(60_000);
    expect([await gate.enter(), await gate.enter()]).toEqual([null, "provider_down"]);
    gate.leave("fault");
    await move(1);
    expect(await gate.enter()).toBe("provider_down");
    await move(60_000);
    expect(await gate.enter()).toBeNull();
    gate.leave("answered");
    await move(1);
    expect(await gate.enter()).toBeNull();
  });
});
