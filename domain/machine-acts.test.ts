import { expect, test } from "vitest";
import { type Act, isAtDelivery, type JudgedAct, judgeAct, machineByItself, machineLimits } from "./machine-acts.ts";

const start = new Date("2026-03-10T12:00:00Z");
const at = (ms: number) => new Date(start.getTime() + ms);
const safari =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1";
const act = (more: Partial<Act> = {}): Act => ({
  ...{ kind: "click", messageId: "msg_1", contactId: "con_1", method: "GET", userAgent: safari, purpose: null },
  ...{ network: "net", at: start, ...more },
});
let made = 0;
const stored = (ms: number, more: Partial<JudgedAct> = {}): JudgedAct => ({
  ...{ id: `clk_${++made}`, kind: "click", messageId: "msg_1", contactId: "con_1", network: "net", at: at(ms) },
  ...{ by: "person", machineReason: null, ...more },
});
const nothing = { deliveredAt: null, sameMessage: [], sameNetwork: [] };

test("a browser's click some time after the delivery is a person's", () => {
  expect(judgeAct(act(), { ...nothing, deliveredAt: at(-60_000) })).toEqual({
    by: "person",
    machineReason: null,
    relabels: [],
  });
});

test.each([
  "BarracudaCentral/1.0",
  "Mozilla/5.0 (compatible; Proofpoint URL Defense)",
  "Mimecast-Targeted-Threat-Protection",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/534 (KHTML, like Gecko) BingPreview/1.0b",
  "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0)",
  "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
  "Slackbot-LinkExpanding 1.0",
  "python-requests/2.32",
  "curl/8.9.1",
  "Mozilla/5.0 (compatible; Googlebot/2.1)",
  "",
])("a click of “%s” is a scanner's", (userAgent) => {
  expect(machineByItself(act({ userAgent }))).toBe("scanner_agent");
});

test.each([
  safari,
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0",
  "Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 GSA/15",
  "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
])("a click of “%s” may be a person's", (userAgent) => {
  expect(machineByItself(act({ userAgent }))).toBe(null);
});

test("HEAD, and what says that it loads ahead, is a machine's under any name", () => {
  expect(machineByItself(act({ method: "HEAD" }))).toBe("head_request");
  for (const purpose of ["prefetch", "prefetch;prerender", "preview"])
    expect(machineByItself(act({ purpose }))).toBe("prefetch_header");
});

test("Apple's prefetch is told by its bare name, Gmail's proxy opens for a person, and who is not named may be one", () => {
  const open = (userAgent: string | null) => machineByItself(act({ kind: "open", userAgent }));
  expect(open("Mozilla/5.0")).toBe("privacy_prefetch");
  expect(open("Mozilla/5.0 (Windows NT 5.1) Firefox/11.0 (via ggpht.com GoogleImageProxy)")).toBe(null);
  expect(open(null)).toBe(null);
});

test("what comes with the delivery, or just before it, is a machine's; a report whose clock is wrong proves nothing", () => {
  const delivered = (ms: number, kind: Act["kind"] = "click") => isAtDelivery({ kind, at: at(ms) }, start);
  expect([delivered(0), delivered(4_999), delivered(5_000)]).toEqual([true, true, false]);
  expect([delivered(1_999, "open"), delivered(2_000, "open")]).toEqual([true, false]);
  expect([delivered(-20_000), delivered(-600_000)]).toEqual([true, false]);
  expect(isAtDelivery({ kind: "click", at: start }, null)).toBe(false);
});

test("the click that completes a burst makes the earlier ones of it a machine's too", () => {
  const earlier = [stored(-3_000), stored(-2_000), stored(-1_000), stored(-20_000)];
  const verdict = judgeAct(act(), { ...nothing, sameMessage: earlier });
  expect(verdict).toMatchObject({ by: "machine", machineReason: "burst" });
  expect(verdict.relabels).toEqual(earlier.slice(0, 3).map(({ id }) => ({ id, machineReason: "burst" })));
  expect(judgeAct(act(), { ...nothing, sameMessage: earlier.slice(1) }).by).toBe("person");
});

test("a browser's name right after a machine's act on the same mail from the same network is that machine's", () => {
  const scan = stored(-2_000, { by: "machine", machineReason: "head_request" });
  expect(judgeAct(act(), { ...nothing, sameMessage: [scan] }).machineReason).toBe("beside_machine");
  expect(judgeAct(act({ network: "home" }), { ...nothing, sameMessage: [scan] }).by).toBe("person");
  expect(judgeAct(act({ network: null }), { ...nothing, sameMessage: [{ ...scan, network: null }] }).by).toBe("person");
});

test("a machine that names itself takes along what came from its network just before", () => {
  const before = [stored(-2_000), stored(-2_000, { network: "home" })];
  const verdict = judgeAct(act({ method: "HEAD" }), { ...nothing, sameMessage: before });
  expect(verdict.relabels).toEqual([{ id: before[0]?.id, machineReason: "beside_machine" }]);
});

test("several recipients within a second from one network are a gateway's, from the first on", () => {
  const others = ["con_2", "con_3"].map((contactId) => stored(-300, { contactId, messageId: `msg_${contactId}` }));
  const verdict = judgeAct(act(), { ...nothing, sameNetwork: others });
  expect(verdict).toMatchObject({ machineReason: "many_recipients" });
  expect(verdict.relabels.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  expect(judgeAct(act(), { ...nothing, sameNetwork: others.slice(1) }).by).toBe("person");
  const twice = others.map((other) => ({ ...other, contactId: "con_2" }));
  expect(judgeAct(act(), { ...nothing, sameNetwork: twice }).by).toBe("person");
});

test("a device that goes on clicking is stuck, and all its clicks are a machine's", () => {
  const many = Array.from({ length: machineLimits.flood.acts - 1 }, (_, index) => stored(-20_000 * (index + 1)));
  const verdict = judgeAct(act(), { ...nothing, sameMessage: many });
  expect(verdict.machineReason).toBe("flood");
  expect(verdict.relabels).toHaveLength(many.length);
  expect(judgeAct(act(), { ...nothing, sameMessage: many.slice(1) }).by).toBe("person");
});

test("in the outbox, which no gateway reads, a program that plays a shopper at once is a person", () => {
  const there = { ...nothing, deliveredAt: at(0), inOutbox: true };
  const program = { userAgent: "HeadlessChrome/141", at: at(500) };
  expect(judgeAct(act(program), there).by).toBe("person");
  expect(judgeAct(act(program), { ...there, inOutbox: false }).machineReason).toBe("scanner_agent");
  expect(judgeAct(act({ method: "HEAD" }), there).machineReason).toBe("head_request");
  expect(judgeAct(act({ purpose: "prefetch" }), there).machineReason).toBe("prefetch_header");
});
