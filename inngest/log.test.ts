import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** What a process writes that logs such a fault. */
function logged(fault: string): Record<string, unknown> {
  const script = `import { logFault } from ${JSON.stringify(new URL("./log.ts", import.meta.url).href)};
    logFault("a row could not be stored", { tenantId: "ten_1" }, ${fault});`;
  const environment = { ...process.env, LOG_LEVEL: "info" };
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", script], { env: environment }).toString(),
  );
}

test("a fault is logged with its ids, its kind and its place, and without a word of what it says", () => {
  const cause = `Object.assign(new TypeError("invalid input\\n    at mia@example.com (Mia Holm)"), { code: "22P02" })`;
  const said = logged(`new Error("Failed query: mia@example.com\\n    at mia@example.com", { cause: ${cause} })`);
  expect(said).toMatchObject({ tenantId: "ten_1", fault: [{ name: "Error" }, { name: "TypeError", code: "22P02" }] });
  expect(JSON.stringify(said)).toContain("[eval1]");
  expect(JSON.stringify(said)).not.toMatch(/mia|holm/i);
});

test("a fault that is no error, or whose trace was cut off, is logged all the same", () => {
  expect(logged('"mia@example.com"')).toMatchObject({ msg: "a row could not be stored", fault: [] });
  expect(logged('Object.assign(new Error("mia"), { stack: undefined })')).toMatchObject({ fault: [{ at: [] }] });
});
