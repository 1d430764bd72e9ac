import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { runnerClient, runnerIsUp } from "./runner-client.ts";

const key = `signkey-prod-${"ab".repeat(16)}`;
const hashed = `signkey-prod-${createHash("sha256")
  .update(Buffer.from("ab".repeat(16), "hex"))
  .digest("hex")}`;
const at = "2026-11-22T10:00:00.000Z";

type Seen = { method: string; url: string; authorization: string | undefined; body: string };
const servers: Server[] = [];

/** A runner that gives one answer; null never answers. Only with that one is patience short: a busy machine may answer late. */
async function runner(answer: { status?: number; body: unknown } | null) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method = "", url = "", headers } = request;
    seen.push({ method, url, authorization: headers.authorization, body });
    if (!answer) return;
    response.writeHead(answer.status ?? 200, { "content-type": "application/json" });
    response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const baseUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  const patience = answer ? {} : { timeoutMs: 200 };
  return { seen, baseUrl, client: runnerClient({ baseUrl, signingKey: key, ...patience }) };
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const summary = {
  id: "01RUN",
  functionId: "comeback-run-enrollment",
  functionName: "run-enrollment",
  status: "failed",
  event: "enrollment/started",
  createdAt: at,
  startedAt: at,
  endedAt: null,
  waitsFor: { kind: "sleep", name: "until-due", state: "waiting", dueAt: at },
  attempts: 2,
  lastError: { name: "Error", message: "no answer", stack: "…", __serialized: true },
};

describe("the runner's client", () => {
  it("asks with the hashed signing key and reads a page of runs", async () => {
    const { client, seen } = await runner({ body: { data: [summary], next: "01RUN" } });
    expect(await client.listRuns({ status: "failed", limit: 1 })).toMatchObject({
      kind: "ok",
      value: { next: "01RUN", runs: [{ createdAt: new Date(at), lastError: { name: "Error", message: "no answer" } }] },
    });
    expect(seen).toMatchObject([
      { method: "GET", url: "/v1/runs?status=failed&limit=1", authorization: `Bearer ${hashed}` },
    ]);
  });

  it("reads one run with its steps and waits", async () => {
    const detail = {
      events: [{ name: "enrollment/started" }],
      output: null,
      steps: [{ id: "h", name: "decide", op: "StepRun", status: "completed", output: "{}", endedAt: at }],
      outstanding: [{ kind: "sleep", name: null, state: "waiting", attempt: 1, dueAt: at, lastError: null }],
      pauses: [{ kind: "cancel", event: "order/saved", match: null, expression: "true", expiresAt: at }],
    };
    const { client, seen } = await runner({ body: { data: { ...summary, ...detail } } });
    const answer = await client.getRun("01/RUN");
    expect(answer).toMatchObject({ kind: "ok", value: { steps: [{ name: "decide", endedAt: new Date(at) }] } });
    expect(seen[0]?.url).toBe("/v1/runs/01%2FRUN");
  });

  it("cancels and retries a run, and passes a refusal on with its words", async () => {
    const willing = await runner({ status: 202, body: { data: { id: "01RUN" } } });
    expect(await willing.client.cancelRun("01RUN")).toEqual({ kind: "ok", value: null });
    expect(await willing.client.retryRun("01RUN")).toEqual({ kind: "ok", value: null });
    expect(willing.seen.map((one) => `${one.method} ${one.url}`)).toEqual([
      "DELETE /v1/runs/01RUN",
      "POST /v1/runs/01RUN/retry",
    ]);
    const { client } = await runner({ status: 409, body: { error: "the run is completed", status: 409 } });
    expect(await client.cancelRun("01RUN")).toEqual({ kind: "refused", status: 409, message: "the run is completed" });
  });

  it("reads the queue and the functions", async () => {
    const figures = { runs: { running: "3" }, due: "1", calling: 0, parked: 0, sleeping: 9, oldestDueAgeMs: 12 };
    const queue = await runner({ body: { data: figures } });
    expect(await queue.client.getQueue()).toMatchObject({ kind: "ok", value: { runs: { running: 3 }, due: 1 } });
    const one = { id: "comeback-sweep", appId: "comeback", name: "sweep", archived: false, config: {} };
    const functions = await runner({ body: { data: [one] } });
    expect(await functions.client.listFunctions()).toEqual({ kind: "ok", value: [one] });
  });

  it("reads and moves the clock", async () => {
    const { client, seen } = await runner({ body: { now: at, speed: 60 } });
    expect(await client.getClock()).toEqual({ kind: "ok", value: { now: new Date(at), speed: 60 } });
    await client.moveClock({ set: new Date(at), advanceMinutes: 90, speed: 60 });
    expect(JSON.parse(seen[1]?.body ?? "")).toEqual({ set: at, advanceMinutes: 90, speed: 60 });
  });

  it("gives up in bounded time and never throws", async () => {
    const silent = await runner(null);
    expect(await silent.client.getQueue()).toEqual({ kind: "unreachable", reason: "timeout" });
    const page = await runner({ body: "<html>" });
    expect(await page.client.getQueue()).toEqual({ kind: "unreachable", reason: "unreadable_answer" });
    const broken = await runner({ status: 502, body: "<html>" });
    expect(await broken.client.getQueue()).toEqual({ kind: "refused", status: 502, message: "refused" });
    const gone = runnerClient({ baseUrl: "http://127.0.0.1:1", signingKey: null });
    expect(await gone.getQueue()).toEqual({ kind: "unreachable", reason: "no_connection" });
  });

  it("tells whether a runner is up", async () => {
    expect(await runnerIsUp((await runner({ body: { status: 200, message: "OK" } })).baseUrl)).toBe(true);
    expect(
      await runnerIsUp((await runner({ status: 503, body: { status: 503, message: "no database" } })).baseUrl),
    ).toBe(false);
    expect(await runnerIsUp(undefined)).toBe(false);
  });
});
