import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program over lines, as anybody would from a shell. */
function ask(program: string, lines: string[]): Promise<Record<string, unknown>[]> {
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [join("bin", program)], { cwd: root }, (error, output) => {
      if (error) reject(error);
      else
        resolve(
          output
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line)),
        );
    });
    child.stdin?.end(`${lines.join("\n")}\n`);
  });
}

test("stats answers line by line, in order, with published values", async () => {
  const [welch, bayes, unknown, broken, wrong, infinite] = await ask("stats.ts", [
    '{"method":"welch","control":{"units":28,"successes":14},"treatment":{"units":30,"successes":16},"id":7}',
    '{"method":"bayes_normal","control":{"units":100,"successes":49},"treatment":{"units":100,"successes":51}}',
    '{"method":"guess"}',
    "{",
    '{"method":"welch","control":{"units":2,"successes":5},"treatment":{"units":3,"successes":1}}',
    '{"method":"sample_size","baseline":{"share":0.1},"difference":0}',
  ]);
  expect(welch).toMatchObject({ id: 7, method: "welch", result: { p: expect.closeTo(0.80707, 5) } });
  expect(bayes).toMatchObject({ result: { chanceToWin: expect.closeTo(0.60918, 5) } });
  expect(unknown).toMatchObject({ error: { field: "method" } });
  expect(broken).toMatchObject({ error: { message: "This line is no JSON" } });
  expect(wrong).toMatchObject({ error: { field: expect.stringMatching(/^control/) } });
  expect(infinite).toMatchObject({ result: { units: "Infinity" } });
});

test("stats refuses what no arm can have, and answers the extremes without a NaN", async () => {
  const counts = (units: number, successes: number) => ({ units, successes });
  const lines = [
    { method: "wilson", units: 5, successes: 10 },
    { method: "welch", control: { units: 10, sum: 100, sumOfSquares: 1 }, treatment: counts(30, 16) },
    { method: "welch", control: { units: 2, sum: 1e308, sumOfSquares: 1e308 }, treatment: counts(30, 16) },
    { method: "cuped", arms: [{ units: 2, y: 10, ySquares: 1, x: 0, xSquares: 0, xy: 0 }] },
    { method: "sample_size", baseline: { share: 0.9 }, difference: 0.2 },
    { method: "power", baseline: { share: 0.9 }, difference: 0.2, units: 1_000 },
    { method: "wilson", units: 10, successes: 10 },
    { method: "bayes_beta", control: counts(0, 0), treatment: counts(1e9, 1e7) },
    { method: "bayes_beta", control: counts(1e9, 0), treatment: counts(1e9, 1e9) },
    { method: "welch", alpha: 1e-20, control: counts(28, 14), treatment: counts(30, 16) },
    { method: "thompson", arms: [counts(0, 0), counts(1e9, 1e9), counts(1e9, 0)] },
    { method: "bayes_normal", control: counts(1e12, 1), treatment: counts(1e12, 1e12) },
  ];
  const answers = await ask(
    "stats.ts",
    lines.map((line) => JSON.stringify(line)),
  );
  const fields = answers.slice(0, 4).map((one) => (one.error as { field: string } | undefined)?.field);
  expect(fields).toEqual([
    "successes",
    expect.stringMatching(/^control/),
    expect.stringMatching(/^control/),
    "arms.0.ySquares",
  ]);
  expect(answers[4]).toMatchObject({ result: { units: "Infinity" } });
  expect(answers[5]).toMatchObject({ result: { power: 0 } });
  expect(answers[6]).toMatchObject({ result: { high: 1 } });
  expect(JSON.stringify(answers.slice(4))).not.toContain("NaN");
});

test("attribution credits channels under every model, to the minor unit, and names what is wrong", async () => {
  const [all, one, wrong] = await ask("attribution.ts", [
    '{"paths":[{"channels":["email","sms","email"],"conversions":2,"value":1001},{"channels":[],"value":500}]}',
    '{"id":"x","model":"last_click","paths":[{"channels":["email","sms"],"value":700}]}',
    '{"model":"last_click","paths":[{"channels":["email"],"agesDays":[1,2]}]}',
  ]);
  const credit = all?.credit as Record<string, { value: number }[]>;
  expect(Object.keys(credit)).toHaveLength(7);
  for (const list of Object.values(credit)) expect(list.reduce((sum, { value }) => sum + value, 0)).toBe(1001);
  expect(one).toMatchObject({
    id: "x",
    credit: {
      last_click: [
        { channel: "email", value: 0 },
        { channel: "sms", value: 700 },
      ],
    },
  });
  expect(wrong).toMatchObject({ error: { field: "paths.0.agesDays" } });
});
