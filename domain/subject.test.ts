import { expect, test } from "vitest";
import { calm } from "./inspect/brief-cases.ts";
import { withAnotherSubject, withChosenSubject } from "./subject.ts";

const words = {
  subject: "",
  preheader: "As you left it.",
  heading: "Your cart",
  paragraphs: ["Your cart is here."],
  button: "See",
};
const choose = (subjects: string[], seed = "s") => withChosenSubject(words, subjects, { brief: calm, seed }).subject;

test("the first subject that inspection lets pass is chosen", () => {
  expect(choose(["90% off everything", "Your cart is here", "Back to your cart"])).toBe("Your cart is here");
});

test("where none passes the seed chooses, so that the fault is told", () => {
  const bad = ["90% off", "Free gifts at evil.example", "Re: your cart"];
  const chosen = new Set(Array.from({ length: 30 }, (_, seed) => choose(bad, `${seed}`)));
  expect([...chosen].sort()).toEqual([...bad].sort());
});

test("a message that is sent again takes the first other subject that passes, and keeps its own where there is none", () => {
  const again = (subjects: string[], said = "Your cart is here") =>
    withAnotherSubject({ ...words, subject: "Your cart is here" }, subjects, { brief: calm, said }).subject;
  expect(again(["Your cart is here", "90% off everything", "Back to your cart"])).toBe("Back to your cart");
  expect(again(["Back to your cart"], "Something else")).toBe("Your cart is here");
  expect(again(["Your cart is here", "90% off everything"])).toBe("Your cart is here");
});
