import { expect, test } from "vitest";
import { messageIdOf, messageIdsIn, newestReferences, plusAddress, sentIdsIn, splitPlus } from "./message-ids.ts";
import { subjectKey } from "./subject-key.ts";

test("reads the ids of a header and passes over what is none", () => {
  expect(messageIdsIn("<a@b>\r\n <c@d> junk <> <e f@g>")).toEqual(["<a@b>", "<c@d>"]);
  expect(messageIdOf("a@b.example")).toBe("<a@b.example>");
  expect(messageIdOf("no id at all")).toBeNull();
  expect(messageIdsIn("<a\0b@c> <d@e>")).toEqual(["<d@e>"]);
});

test("keeps the newest references and says so", () => {
  const header = Array.from({ length: 80 }, (_, at) => `<${at}@x>`).join(" ");
  const { ids, cut } = newestReferences(header);
  expect([ids.length, ids.at(-1), cut]).toEqual([50, "<79@x>", true]);
});

const id = "msg_01kb0000000000000000000000";

test("a message's answers come to its mailbox, and the tag names the message", () => {
  const address = plusAddress("hello@nordhem.example", id);
  expect(address).toBe(`hello+${id}@nordhem.example`);
  expect(splitPlus(address)).toEqual({ address: "hello@nordhem.example", tag: id });
  expect(splitPlus("hello@nordhem.example")).toEqual({ address: "hello@nordhem.example", tag: null });
  expect(splitPlus("+x@nordhem.example").tag).toBeNull();
});

test("finds our own ids in Message-IDs, and no others", () => {
  expect(sentIdsIn([`<${id}@nordhem.example>`, "<CAF=1@mail.gmail.com>", "<msg_short@x>"])).toEqual([id]);
});

test.each([
  ["Re: Your basket", "your basket"],
  ["AW: WG: Ihr Warenkorb", "ihr warenkorb"],
  ["RE: Re: re[2]: A  b", "a b"],
  ["Odp: Koszyk", "koszyk"],
  ["返信：カート", "カート"],
  ["رد: السلة", "السلة"],
  ["Report: sales", "report: sales"],
  ["", ""],
])("the thread of %j is %j", (subject, key) => {
  expect(subjectKey(subject)).toBe(key);
});
