import fc from "fast-check";
import { afterAll, expect, vi } from "vitest";

// What a test could leave behind for the files that share its process, and that imports of packages do not touch.
const traces = (): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(process.env).map(([name, value]) => [`process.env.${name}`, value])),
  "process.cwd()": process.cwd(),
  "the clock": Date,
  "Date.now": Date.now,
  "Math.random": Math.random,
  "crypto.randomUUID": crypto.randomUUID,
  fetch: globalThis.fetch,
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  "console.error": console.error,
  "process.stdout.write": process.stdout.write,
  "fast-check's settings": JSON.stringify(fc.readConfigureGlobal()),
  "listeners of signals": process.listenerCount("SIGTERM") + process.listenerCount("SIGINT"),
  "the fake clock": vi.isFakeTimers(),
});

// Set by a package that is imported, whichever file comes first.
const BY_IMPORTS = ["process.env.VIPSHOME"];

const before = traces();

afterAll(() => {
  const after = traces();
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => before[name] !== after[name] && !BY_IMPORTS.includes(name));
  expect(changed, "left changed for the files that come after: undo it, or name the file *.alone.test.ts").toEqual([]);
});
