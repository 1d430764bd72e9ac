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
