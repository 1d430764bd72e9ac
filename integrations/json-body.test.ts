import fc from "fast-check";
import { parse } from "lossless-json";
import { expect, test } from "vitest";
import { readJson } from "./json-body.ts";

const read = (text: string) => readJson(new TextEncoder().encode(text));

const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,22})(\.\d{1,22})?([eE][+-]?\d{1,3})?$/);
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  digits,
  fc.constantFrom(": 1e5", ",12345678901234567890", "__proto__"),
);

test("no digit is lost: what a double cannot hold is its text, wherever it stands", () => {
  fc.assert(
    fc.property(
      fc.array(digits, { minLength: 1 }),
      fc.array(text),
      fc.stringMatching(/^[ \n\t]{0,2}$/),
      (numbers, words, gap) => {
        const members = words.map((word, index) => `${JSON.stringify(word)}:${gap}${numbers[index % numbers.length]}`);
        const said = `{"n":${gap}[${gap}${numbers.join(`${gap},${gap}`)}],"o":{${members.join(",")}}}`;
        const read1 = read(said);
        const exactly = (one: string) => {
          const shortest = one.replace(/\.0+$|(\.\d*?[1-9])0+$/, "$1");
          return String(Number(one)) === shortest ? Number(one) : one;
        };
        expect(read1).toMatchObject({ kind: "json", json: { n: numbers.map(exactly) } });
        const careful = parse(said, null, { parseNumber: exactly, onDuplicateKey: (key) => key.newValue });
        expect(read1.kind === "json" && JSON.stringify(read1.json)).toBe(JSON.stringify(careful));
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each(["", "{", "[1,]", "{'a':1}", "01", "+1", "NaN", "[1 2]", '"\u0000"', "nul", "1 2", '{"a":1}}'])(
  "%j is no JSON, for the quick parser and the careful one",
  (broken) => {
    expect(read(broken)).toMatchObject({ kind: "rejected" });
    expect(read(`[1e5,${broken}`)).toMatchObject({ kind: "rejected" });
  },
);
