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
