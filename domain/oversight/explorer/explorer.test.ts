import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lifeKinds } from "../../draft-life.ts";
import { advance } from "../../review.ts";
import { breaches } from "./breaches.ts";
import { explore } from "./explore.ts";
import { type Law, laws } from "./laws.ts";
import { settings } from "./settings.ts";

const document = readFileSync(new URL("../../../docs/oversight.md", import.meta.url), "utf8");
const counted = (count: number) => count.toLocaleString("en-US");

describe("every reachable life of a draft", { timeout: 120_000 }, () => {
  const found = settings.map((setting) => ({ name: setting.name, ...explore(setting, advance) }));
  const sum = (of: (one: (typeof found)[number]) => number) => found.reduce((whole, one) => whole + of(one), 0);
  const [states, transitions, refused] = [sum((it) => it.states), sum((it) => it.transitions), sum((it) => it.refused)];

  test.each(found)("$name: no law is broken in any of $states states", ({ broken }) => {
    expect([...broken]).toEqual([]);
  });

  test("every state that the design names is reached", () => {
    expect(new Set(found.flatMap((it) => [...it.kinds])).size).toBe(lifeKinds.length);
  });

  test("the figures in docs/oversight.md are those of this run", () => {
    const figures = `${counted(states)} states, ${counted(transitions)} transitions, ${counted(refused)} refused events`;
    console.log(`explorer: ${figures}, in ${settings.length} settings`);
    expect(document).toContain(figures);
    for (const law of Object.values(laws)) expect(document).toContain(law);
    for (const { name, states: its, transitions: moves } of found)
      expect(document).toContain(`| ${name} | ${counted(its)} | ${counted(moves)} |`);
    for (const kind of lifeKinds) expect(document).toContain(`| ${kind} |`);
  });
});

describe("a planted fault is found", { timeout: 120_000 }, () => {
  test.each(breaches)("$fault: $law", ({ law, plant }) => {
    const isFound = settings.some((setting) => explore(setting, plant(advance), law).broken.has(law));
    expect(isFound).toBe(true);
  });

  test("there is one for every law", () => {
    const covered = new Set<Law>(breaches.map((breach) => breach.law));
    expect([...covered].sort()).toEqual(Object.keys(laws).sort());
  });
});
