import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** Answers each line of JSON with one of its own, in order. A line that cannot be read is answered too, never skipped. */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (request: unknown) => unknown,
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    output.write(`${JSON.stringify(answerTo(line, answer), finite)}\n`);
  }
}

function answerTo(line: string, answer: (request: unknown) => unknown): unknown {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return { error: { code: "invalid", message: "This line is no JSON" } };
  }
  return answer(request);
}

/** JSON has no infinity: such a number is told as a word. */
function finite(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
