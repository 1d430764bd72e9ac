import { expect, test } from "vitest";
import { isAutomatic, type MachineSigns } from "./automatic.ts";

const person: MachineSigns = {
  headers: {},
  envelopeFrom: "ada@example.com",
  fromAddress: "ada@example.com",
  subject: "Re: Your basket",
  isReport: false,
  ownAddresses: ["hello@nordhem.example"],
};
const by = (headers: Record<string, string>) => ({ headers });

test.each<[string, Partial<MachineSigns>]>([
  ["Auto-Submitted", by({ "auto-submitted": "auto-replied" })],
  ["Auto-Submitted with more behind it", by({ "auto-submitted": "auto-generated; owner=x" })],
  ["Precedence", by({ precedence: "bulk" })],
  ["an auto-reply's precedence", by({ precedence: "auto_reply" })],
  ["Outlook's suppression", by({ "x-auto-response-suppress": "DR, OOF, AutoReply" })],
  ["X-Autoreply", by({ "x-autoreply": "yes" })],
  ["a mailing list", by({ "list-id": "<news.example.com>" })],
  ["a way to unsubscribe", by({ "list-unsubscribe": "<mailto:u@example.com>" })],
  ["our own mail that came back", by({ "x-comeback-identity": "ey…" })],
  ["the null sender", { envelopeFrom: "" }],
  ["an empty return path", by({ "return-path": "<>" })],
  ["a delivery report", { isReport: true }],
  ["a mailer's own address", { fromAddress: "MAILER-DAEMON@mx.example.com" }],
  ["an address that takes no answers", { fromAddress: "no-reply@example.com" }],
  ["an address of the tenant's own", { fromAddress: "hello@nordhem.example" }],
  ["an absence notice, English", { subject: "Automatic reply: Your basket" }],
  ["an absence notice, German", { subject: "Abwesenheitsnotiz: Ihr Warenkorb" }],
  ["an absence notice, French", { subject: "Réponse automatique : Votre panier" }],
  ["an absence notice, Spanish", { subject: "Respuesta automática: Su cesta" }],
  ["an absence notice, Italian", { subject: "Risposta automatica: Il carrello" }],
  ["an absence notice, Portuguese", { subject: "Resposta automática: O carrinho" }],
  ["an absence notice, Dutch", { subject: "Automatisch antwoord: Uw mandje" }],
  ["an absence notice, Polish", { subject: "Odpowiedź automatyczna: Koszyk" }],
  ["an absence notice, Japanese", { subject: "自動返信: カート" }],
  ["an absence notice, Arabic", { subject: "رد تلقائي: سلتك" }],
])("a machine wrote it: %s", (_, signs) => {
  expect(isAutomatic({ ...person, ...signs })).toBe(true);
});

test.each<[string, Partial<MachineSigns>]>([
  ["a plain answer", {}],
  ["Auto-Submitted that says no", by({ "auto-submitted": "no" })],
  ["a precedence that says nothing", by({ precedence: "normal" })],
  ["Outlook on a person's mail", by({ "x-auto-response-suppress": "DR, RN, NRN" })],
  ["an unknown envelope", { envelopeFrom: null }],
  ["somebody whose name begins like a machine's", { fromAddress: "bouncer@example.com" }],
  ["a subject with the word in it", { subject: "Is the shop out of the office hours closed?" }],
])("a person wrote it: %s", (_, signs) => {
  expect(isAutomatic({ ...person, ...signs })).toBe(false);
});
