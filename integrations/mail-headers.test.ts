import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sendable } from "./mail-headers.ts";
import { mailWith } from "./testing/mails.ts";

const fromOf = (from: string) => {
  const checked = sendable(mailWith({ id: "msg_1", from }));
  return checked.kind === "sendable" ? checked.mail.from : checked.reason;
};

describe("what may be sent", () => {
  it.each([
    ["hello@shop.example", "hello@shop.example"],
    ["Shop <Hello@Shop.example>", '"Shop" <hello@shop.example>'],
    ["Comeback <comeback@localhost>", '"Comeback" <comeback@localhost>'],
    ['"Möbel, Haus & Garten" <hi@möbel.example>', '"Möbel, Haus & Garten" <hi@xn--mbel-5qa.example>'],
    ['A" <evil@x.example>, "B <hi@shop.example>', '"A evil@x.example, B" <hi@shop.example>'],
    ["nobody", "invalid_sender"],
    ["a@b.example, c@d.example", "invalid_sender"],
    ["<a@b.example> c", "invalid_sender"],
    ["", "invalid_sender"],
  ])("from %j is %j", (from, expected) => {
    expect(fromOf(from)).toBe(expected);
  });

  it("holds no line break in any header, whatever came in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, name) => {
        const checked = sendable(
          mailWith({ id: "m", subject: text, from: `${text} <a@b.example>`, headers: { [name]: text } }),
        );
        if (checked.kind === "refused") return;
        const { subject, from, to, replyTo, headers } = checked.mail;
        const lines = [subject, from, to, replyTo ?? "", ...Object.keys(headers), ...Object.values(headers)];
        expect(lines.join("")).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(subject.isWellFormed()).toBe(true);
      }),
    );
  });

  it("writes to one recipient only, in the form that addresses are unique by", () => {
    const to = (given: string) => sendable(mailWith({ id: "m", to: given }));
    expect(to(" Ana@Example.com ")).toMatchObject({ kind: "sendable", mail: { to: "ana@example.com" } });
    for (const bad of ["a@localhost", "a@b.example,c@d.example", "<a@b.example>", "a@b.example\nBcc: x@y.example"]) {
      expect(to(bad)).toEqual({ kind: "refused", reason: "invalid_recipient" });
    }
  });
});
