import type { OutgoingMail } from "../mail.ts";

/** A mail that lacks nothing, with what a test cares about. */
export function mailWith(more: Partial<OutgoingMail> & { id: string }): OutgoingMail {
  return {
    to: `${more.id.toLowerCase().replaceAll("_", ".")}@example.com`,
    from: "Nordhem <hello@nordhem.example>",
    replyTo: "help@nordhem.example",
    subject: "Your basket is still here",
    html: "<p>Your basket is still here.</p>",
    text: "Your basket is still here.",
    headers: {
      "List-Unsubscribe": "<https://comeback.example/u/t>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    tags: { tenant: "ten_1" },
    ...more,
  };
}

export const mailsNamed = (count: number, prefix = "msg"): OutgoingMail[] =>
  Array.from({ length: count }, (_, index) => mailWith({ id: `${prefix}_${String(index).padStart(4, "0")}` }));
