import { expect, test } from "vitest";
import { attemptCounter } from "./attempts.ts";

const minute = 60_000;

test("refuses the try after the last one, until the span is over", () => {
  const counter = attemptCounter({ tries: 2, minutes: 10 });
  counter.count("ida", 0);
  counter.count("ida", minute);
  expect(() => counter.count("ida", 9 * minute)).toThrow("Too many tries");
  counter.count("tom", 9 * minute);
  counter.count("ida", 10 * minute + 1);
});

test("a success clears the name", () => {
  const counter = attemptCounter({ tries: 1, minutes: 10 });
  counter.count("ida", 0);
  counter.forget("ida");
  counter.count("ida", 1);
  expect(() => counter.count("ida", 2)).toThrow();
});

test("forgets the oldest names rather than grow without end", () => {
  const counter = attemptCounter({ tries: 1, minutes: 10 });
  for (let name = 0; name <= 20_000; name++) counter.count(`name ${name}`, 0);
  counter.count("name 0", 1);
  expect(() => counter.count("name 20000", 1)).toThrow();
});
