import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillSlots, fillWords, noFacts, type SlotFacts, slotsIn, usableFirstName, usableTitle } from "./slots.ts";

const facts: SlotFacts = {
  ...noFacts,
  "contact.firstName": "Amelie",
  "incentive.label": "10% off",
  "cart.firstItem": "Linen overshirt",
  "brand.name": "Fjord & Field",
};
const nameless: SlotFacts = { ...facts, "contact.firstName": null };

describe("filling slots", () => {
  test.each([
    ["Hi {{contact.firstName}}, your cart", "Hi Amelie, your cart", "Hi, your cart"],
    ["{{contact.firstName}}, your cart is here", "Amelie, your cart is here", "Your cart is here"],
    ["Your cart, {{contact.firstName}}.", "Your cart, Amelie.", "Your cart."],
    ["Your cart, {{ contact.firstName }}!", "Your cart, Amelie!", "Your cart!"],
    ["Hello {{contact.firstName}} and welcome", "Hello Amelie and welcome", "Hello and welcome"],
    ["{{contact.firstName}}様、カートです", "Amelie様、カートです", "カートです"],
    ["مرحبًا {{contact.firstName}}، سلتك", "مرحبًا Amelie، سلتك", "مرحبًا، سلتك"],
    ["Hola, {{contact.firstName}}:", "Hola, Amelie:", "Hola:"],
  ])("reads well with and without the fact: %s", (text, filled, without) => {
    expect(fillSlots(text, facts)).toBe(filled);
    expect(fillSlots(text, nameless)).toBe(without);
  });

  test.each([
    ["Your cart is here. We have {{stock.left}} of it. Take your time.", "Your cart is here. Take your time."],
    ["For you: {{incentive.label}}. It is valid until {{incentive.deadline}}.", "For you: 10% off."],
    ["On returns: {{store.returns}}. Just ask, {{contact.firstName}}!", "Just ask, Amelie!"],
    [
      "商品はこちらです。現在ご用意できるのは{{stock.left}}です。ごゆっくりどうぞ。",
      "商品はこちらです。ごゆっくりどうぞ。",
    ],
    ["ما رأيك؟ لدينا منه: {{stock.left}}.", "ما رأيك؟"],
    ["Is it {{cart.total}}? Your cart (two things) is here.", "Your cart (two things) is here."],
  ])("takes out the whole sentence of a fact that is missing: %s", (text, without) => {
    expect(fillSlots(text, facts)).toBe(without);
  });

  test("keeps what stands around a missing fact when nothing else would be left", () => {
    expect(fillSlots("Your cart: {{cart.count}}", facts)).toBe("Your cart");
    expect(fillSlots("{{cart.total}} in your cart", facts)).toBe("In your cart");
  });

  test("leaves out a paragraph of which nothing stands, and a postscript alike", () => {
    const paragraphs = ["We have {{stock.left}} of it.", "Your cart is here."];
    const words = {
      subject: "A",
      preheader: "B",
      heading: "C",
      paragraphs,
      button: "D",
      postscript: "{{store.returns}}.",
    };
    expect(fillWords(words, facts)).toMatchObject({ paragraphs: ["Your cart is here."], postscript: null });
  });

  test("never reads a fact as a template", () => {
    const sly = { ...facts, "brand.name": "{{contact.firstName}} $& $1" };
    expect(fillSlots("From {{brand.name}}", sly)).toBe("From contact.firstName $& $1");
  });

  test("begins a line with our label like a word, and with a product as its maker writes it", () => {
    const named = { ...facts, "incentive.label": "free shipping", "cart.firstItem": "iPhone case" };
    expect(fillSlots("{{incentive.label}} for you", named)).toBe("Free shipping for you");
    expect(fillSlots("Take {{incentive.label}}", named)).toBe("Take free shipping");
    expect(fillSlots("{{cart.firstItem}} waits", named)).toBe("iPhone case waits");
  });

  test("never lets a brace pair out, whatever the text and the facts", () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom("{{", "}}", "{", "}", "{{contact.firstName}}", "{{x}}", " "));
    fc.assert(
      fc.property(fc.array(piece), fc.option(fc.string()), (pieces, firstName) => {
        const out = fillSlots(pieces.join(""), { ...facts, "contact.firstName": firstName });
        expect(out).not.toMatch(/\{\{|\}\}/);
      }),
    );
  });

  test("names the slots of a text once each, known or not", () => {
    expect(slotsIn("{{brand.name}} {{ brand.name }} {{price}}")).toEqual(["brand.name", "price"]);
  });
});

describe("facts that shoppers and shops typed", () => {
  test.each(["Amelie", "Jean-Luc", "O’Neill", "ليلى", "美咲", "José María"])("uses the name %s", (name) => {
    expect(usableFirstName(name)).toBe(name);
  });

  test.each([
    "",
    "http://evil.example",
    "Win 1000",
    "evil.example",
    "a".repeat(60),
    "Click on this now my friend",
    "<b>",
  ])("uses no name that is not one: %s", (name) => expect(usableFirstName(name)).toBeNull());

  test("cuts a title at a word and refuses one that holds a link or a price", () => {
    const long = usableTitle("Field notebook with dotted pages and a surprisingly long name") ?? "";
    expect(long).toBe("Field notebook with dotted pages and a…");
    for (const title of ["see www.evil.example", "90% off", "only $5", "{{brand.name}}", "  "]) {
      expect(usableTitle(title)).toBeNull();
    }
  });
});
