import { describe, expect, test } from "vitest";
import { decide } from "./decide.ts";
import type { Circumstance, Effect, JobState, Reply, RunState } from "./decision.ts";

const at: Circumstance = { now: 1_000_000, speed: 1, chance: 0 };
const run: RunState = { id: "r", pending: [], settled: new Set(), requestVersion: 2, maxAttempts: 3 };
const job: JobState = { kind: "discover", stepId: null, attempt: 0, faults: 0, race: false };

type Answered = Extract<Reply, { kind: "answered" }>;

const answer = (status: number, body: unknown, more: Partial<Answered> = {}): Answered => ({
  kind: "answered",
  status,
  fromSdk: true,
  noRetry: null,
  retryAfter: null,
  requestVersion: 2,
  body,
  ...more,
});
const ops = (...list: Record<string, unknown>[]) => answer(206, list);
const ran = (id: string, result: unknown = null) => ({ id, op: "StepRun", displayName: id, data: result });
const planned = (id: string, opts = {}) => ({ id, op: "StepPlanned", displayName: id, opts });
const error = { name: "Error", message: "broke" };

const kinds = (effects: Effect[]) => effects.map(({ kind }) => kind);
const find = <K extends Effect["kind"]>(effects: Effect[], kind: K) =>
  effects.filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind);

describe("the end of a run", () => {
  const cases: [string, Reply, Partial<JobState>, Effect[]][] = [
    ["200 completes with the body", answer(200, { a: 1 }), {}, [{ kind: "complete", output: { a: 1 } }]],
    ["200 without a body completes with null", answer(200, undefined), {}, [{ kind: "complete", output: null }]],
    ["400 with no-retry fails", answer(400, error, { noRetry: true }), {}, [{ kind: "fail", error }]],
    [
      "the last attempt of a 500 fails",
      answer(500, error, { noRetry: false }),
      { attempt: 2 },
      [{ kind: "fail", error }],
    ],
    [
      "a streamed 201 means what is inside it",
      answer(201, { status: 200, headers: {}, body: '{"b":2}' }),
      {},
      [{ kind: "complete", output: { b: 2 } }],
    ],
  ];
  test.each(cases)("%s", (_name, reply, change, expected) => {
    expect(decide(run, { ...job, ...change }, reply, at)).toEqual(expected);
  });

  test("a 206 RunComplete saves the steps beside it first", () => {
    const effects = decide(run, job, ops(ran("a", 1), { id: "x", op: "RunComplete", data: "end" }), at);
    expect(kinds(effects)).toEqual(["save_step", "complete"]);
    expect(find(effects, "complete")[0]?.output).toBe("end");
  });

  test("a 200 that did not come from the SDK never completes a run", () => {
    expect(kinds(decide(run, job, answer(200, "<html>", { fromSdk: false }), at))).toEqual(["retry"]);
  });
});

describe("trying again", () => {
  test("a 500 waits for the backoff of its attempt", () => {
    const waits = [0, 1, 2, 9, 30].map((attempt) => {
      const [retry] = find(decide({ ...run, maxAttempts: 99 }, { ...job, attempt }, answer(500, error), at), "retry");
      return [retry?.attempt, ((retry?.dueAt ?? 0) - at.now) / 1_000];
    });
    expect(waits).toEqual([
      [1, 15],
      [2, 30],
      [3, 60],
      [10, 7_200],
      [31, 7_200],
    ]);
  });

  test("jitter adds up to thirty seconds", () => {
    const [retry] = find(decide(run, job, answer(500, error), { ...at, chance: 0.999 }), "retry");
    expect(retry?.dueAt).toBe(at.now + 15_000 + 29_970);
  });

  const headers: [string, number][] = [
    ["120", 120_000],
    ["0", 1_000],
    ["9999999", 86_400_000],
    [new Date(at.now + 5_000).toISOString(), 5_000],
  ];
  test.each(headers)("retry-after %s is obeyed within its bounds", (retryAfter, wait) => {
    const [retry] = find(decide(run, job, answer(500, error, { retryAfter }), at), "retry");
    expect(retry?.dueAt).toBe(at.now + wait);
  });

  test("an app that is not there is called again soon, without counting, however often", () => {
    const reply: Reply = { kind: "unreachable", sent: false, message: "refused" };
    const [retry] = find(decide(run, { ...job, attempt: 2, faults: 500 }, reply, at), "retry");
    expect(retry).toMatchObject({ attempt: 2, faults: 501, dueAt: at.now + 2_000 });
  });

  test("the wait for an app that is not there is one of real time", () => {
    const reply: Reply = { kind: "unreachable", sent: false, message: "refused" };
    const [retry] = find(decide(run, job, reply, { ...at, speed: 3_600 }), "retry");
    expect(retry?.dueAt).toBe(at.now + 100 * 3_600);
  });

  test("a call that is cut is not counted, until it was cut eleven times in a row", () => {
    const reply: Reply = { kind: "unreachable", sent: true, message: "reset" };
    expect(find(decide(run, { ...job, faults: 9 }, reply, at), "retry")[0]).toMatchObject({ attempt: 0, faults: 10 });
    expect(find(decide(run, { ...job, faults: 10 }, reply, at), "retry")[0]).toMatchObject({ attempt: 1, faults: 0 });
    expect(kinds(decide(run, { ...job, faults: 10, attempt: 2 }, reply, at))).toEqual(["fail"]);
  });

  test("a gateway that answers for the app is like an app that is not there", () => {
    const [retry] = find(decide(run, { ...job, attempt: 2 }, answer(503, "", { fromSdk: false }), at), "retry");
    expect(retry).toMatchObject({ attempt: 2, faults: 1 });
  });
});

describe("steps", () => {
  test("a finished step is saved and wakes the function", () => {
    const effects = decide(run, job, ops(ran("a", { n: 1 })), at);
    expect(effects).toEqual([
      { kind: "save_step", stepId: "a", name: "a", op: "StepRun", failed: false, output: { data: { n: 1 } } },
      { kind: "track", pending: [], serial: false },
      { kind: "discover", after: "a" },
      { kind: "drop_job" },
    ]);
  });

  test("a failing step is tried again while attempts are left", () => {
    const effects = decide(run, job, ops({ id: "a", op: "StepError", error }), at);
    expect(kinds(effects)).toEqual(["track", "retry"]);
  });

  test("a step that failed for good is saved as failed and wakes the function", () => {
    for (const [attempt, op] of [
      [2, "StepError"],
      [0, "StepFailed"],
    ] as const) {
      const effects = decide(run, { ...job, attempt }, ops({ id: "a", op, error }), at);
      expect(kinds(effects)).toEqual(["save_step", "track", "discover", "drop_job"]);
      expect(find(effects, "save_step")[0]).toMatchObject({ failed: true, output: { error } });
    }
  });

  test("a step error that says no-retry is final", () => {
    const reply = answer(206, [{ id: "a", op: "StepError", error }], { noRetry: true });
    expect(kinds(decide(run, job, reply, at))).toContain("save_step");
  });

  test("steps that come back buffered are saved, and the one that failed is tried again", () => {
    const effects = decide(run, job, ops(ran("a"), { id: "b", op: "StepError", error }), at);
    expect(kinds(effects)).toEqual(["save_step", "track", "retry"]);
  });

  const spans: [string, number][] = [
    ["90s", 90_000],
    ["1d2h", 93_600_000],
    ["1w", 604_800_000],
    [new Date(at.now + 7_000).toISOString(), 7_000],
  ];
  test.each(spans)("sleeps for %s", (name, wait) => {
    const effects = decide(run, job, ops({ id: "s", op: "Sleep", name }), at);
    expect(find(effects, "sleep")[0]?.until).toBe(at.now + wait);
    expect(kinds(effects)).toEqual(["sleep", "track", "drop_job"]);
  });

  test("a wait carries the event's name, its condition and its end", () => {
    const op = {
      id: "w",
      op: "WaitForEvent",
      name: "paid",
      opts: { timeout: "1h", if: "event.data.id == async.data.id" },
    };
    expect(find(decide(run, job, ops(op), at), "wait")[0]).toMatchObject({
      event: "paid",
      expression: "event.data.id == async.data.id",
      until: at.now + 3_600_000,
    });
  });

  test("an invoke without a timeout ends after a year", () => {
    const op = { id: "i", op: "InvokeFunction", opts: { function_id: "app-x", payload: { data: { a: 1 } } } };
    expect(find(decide(run, job, ops(op), at), "invoke")[0]).toMatchObject({
      functionId: "app-x",
      payload: { data: { a: 1 } },
      until: at.now + 365 * 86_400_000,
    });
  });

  const unreadable: Record<string, unknown>[] = [
    { id: "s", op: "Sleep", name: "a while" },
    { id: "w", op: "WaitForEvent", name: "x", opts: { timeout: "1h", if: "async.data.x.matches('a')" } },
    { id: "g", op: "Gateway", opts: {} },
    { id: "d", op: "DeferAdd" },
    { id: "n", op: "SomethingNew" },
  ];
  test.each(unreadable)("what cannot be carried out fails the run loudly: $op", (op) => {
    expect(kinds(decide(run, job, ops(op), at))).toEqual(["fail"]);
  });

  test("a call that makes no progress is counted, so that it cannot go on forever", () => {
    expect(kinds(decide(run, job, ops(), at))).toEqual(["track", "retry"]);
    expect(kinds(decide(run, { ...job, attempt: 2 }, ops({ id: "x", op: "None" }), at))).toEqual(["track", "fail"]);
  });
});

describe("parallel steps", () => {
  test("several ops become pending, waits for events first, and new steps are planned only", () => {
    const wait = { id: "w", op: "WaitForEvent", name: "e", opts: { timeout: "1h" } };
    const effects = decide(run, job, ops(planned("a"), planned("b"), wait), at);
    expect(kinds(effects)).toEqual(["wait", "plan", "plan", "track", "drop_job"]);
    expect(find(effects, "track")[0]).toEqual({ kind: "track", pending: ["w", "a", "b"], serial: true });
  });

  test("a finished step wakes nobody while a sibling is pending, and the last one does", () => {
    const own = { ...job, kind: "step", stepId: "a" };
    expect(kinds(decide({ ...run, pending: ["a", "b"] }, own, ops(ran("a")), at))).not.toContain("discover");
    const last = decide({ ...run, pending: ["a"] }, own, ops(ran("a")), at);
    expect(find(last, "track")[0]).toEqual({ kind: "track", pending: [], serial: false });
    expect(kinds(last)).toContain("discover");
  });

  test("before version 2 of the protocol every finished step wakes the function", () => {
    const old = { ...run, requestVersion: 1, pending: ["a", "b"] };
    expect(kinds(decide(old, job, answer(206, [ran("a")], { requestVersion: 1 }), at))).toContain("discover");
  });

  test("steps that race hold nobody up", () => {
    const race = { parallelMode: "race" };
    const first = decide(run, job, ops(planned("a", race), planned("b", race)), at);
    expect(find(first, "track")[0]).toEqual({ kind: "track", pending: ["race:a", "race:b"], serial: true });
    const won = decide({ ...run, pending: ["race:a", "race:b"] }, job, ops(ran("a")), at);
    expect(kinds(won)).toContain("discover");
    expect(find(won, "track")[0]).toEqual({ kind: "track", pending: ["race:b"], serial: true });
  });

  test("an answer based on older state does not plan what is done already", () => {
    const later = { ...run, pending: ["race:b"], settled: new Set(["a"]) };
    const effects = decide(later, job, ops(planned("a")), at);
    expect(kinds(effects)).toEqual(["track", "drop_job"]);
  });

  test("a buffered step beside a sleep wakes nobody", () => {
    const effects = decide(run, job, ops(ran("a"), { id: "s", op: "Sleep", name: "1h" }), at);
    expect(kinds(effects)).toEqual(["save_step", "sleep", "track", "drop_job"]);
  });
});
