import { describe, expect, test } from "vitest";
import { type DomainUse, envelopeDomain, type PartReport } from "../sender-domain.ts";
import { judgeDkim } from "./dkim.ts";
import { judgeDmarc } from "./dmarc.ts";
import { judgeDomain } from "./judge.ts";
import type { DomainRecords, Found, SpfTree } from "./records.ts";
import { judgeSpf, spfReferences } from "./spf.ts";

const use: DomainUse = {
  ...{ domain: "nordhem.example", sends: true, receives: false, mailer: "smtp", relay: "mail.relay.example" },
  mailersRecords: [],
};
const found = (...records: string[]): Found<string> =>
  records.length > 0 ? { kind: "found", records } : { kind: "none" };
const unasked: Found<string> = { kind: "unasked" };

/** The tree that a domain's records make, each name looked up in a map. */
function tree(zone: Record<string, string | string[] | null>, name = "nordhem.example", above: string[] = []): SpfTree {
  if (above.includes(name)) return { name, found: found(), loops: true, below: [] };
  const there = zone[name];
  const texts = [there ?? []].flat();
  const below = texts.flatMap(spfReferences).map((one) => tree(zone, one, [...above, name]));
  return { name, found: there === null ? unasked : found(...texts), loops: false, below };
}
const told = ({ state, problems }: PartReport) => [state, ...problems.map(({ kind }) => kind)];
const wanted = ({ wants }: PartReport) => wants.map(({ name, value }) => `${name} ${value}`);

describe("SPF", () => {
  const many = Object.fromEntries(
    Array.from({ length: 11 }, (_, at) => [`i${at}.example`, "v=spf1 ip4:192.0.2.1 -all"]),
  );
  test.each<[string, Record<string, string | string[] | null>, string[]]>([
    ["a plain record", { "nordhem.example": "v=spf1 ip4:192.0.2.0/24 -all" }, ["good"]],
    ["other texts beside it", { "nordhem.example": ["google-site-verification=x", "v=spf1 mx ~all"] }, ["good"]],
    ["a record of another kind alone", { "nordhem.example": ["v=spf10 all", "v=spf2.0/pra all"] }, ["missing"]],
    ["none", {}, ["missing"]],
    ["two records", { "nordhem.example": ["v=spf1 mx -all", "v=spf1 a -all"] }, ["broken", "several_records"]],
    ["one in capitals", { "nordhem.example": "V=SPF1 IP4:192.0.2.1 -ALL" }, ["good"]],
    ["everybody allowed", { "nordhem.example": "v=spf1 mx +all" }, ["broken", "allows_everyone"]],
    ["everybody allowed by a bare all", { "nordhem.example": "v=spf1 all" }, ["broken", "allows_everyone"]],
    ["nobody allowed", { "nordhem.example": "v=spf1 -all" }, ["broken", "allows_nobody"]],
    ["no end", { "nordhem.example": "v=spf1 mx" }, ["weak", "no_end"]],
    ["an end that says nothing", { "nordhem.example": "v=spf1 mx ?all" }, ["weak", "no_end"]],
    [
      "a redirect for its end",
      { "nordhem.example": "v=spf1 redirect=a.example", "a.example": "v=spf1 mx -all" },
      ["good"],
    ],
    [
      "a typing error",
      { "nordhem.example": "v=spf1 ip4=192.0.2.1 inclde:a.example -all" },
      ["broken", "syntax", "syntax"],
    ],
    ["an address that is none", { "nordhem.example": "v=spf1 ip4:192.0.2 -all" }, ["broken", "syntax"]],
    ["an unknown modifier", { "nordhem.example": "v=spf1 mx moo=cow -all" }, ["good"]],
    ["ptr", { "nordhem.example": "v=spf1 ptr -all" }, ["weak", "uses_ptr"]],
    ["an include of nothing", { "nordhem.example": "v=spf1 include:gone.example -all" }, ["broken", "include_broken"]],
    [
      "an include that refers back",
      { "nordhem.example": "v=spf1 include:a.example -all", "a.example": "v=spf1 include:nordhem.example -all" },
      ["broken", "loop"],
    ],
    [
      "an include that cannot be asked",
      { "nordhem.example": "v=spf1 include:a.example -all", "a.example": null },
      ["not_known"],
    ],
    ["a server that cannot be asked", { "nordhem.example": null }, ["not_known", "not_asked"]],
    [
      "eleven questions",
      {
        ...many,
        "nordhem.example": `v=spf1 ${Object.keys(many)
          .map((one) => `include:${one}`)
          .join(" ")} -all`,
      },
      ["broken", "too_many_lookups"],
    ],
    [
      "eleven questions below an include",
      { "nordhem.example": "v=spf1 include:a.example -all", "a.example": `v=spf1 ${"a ".repeat(10)} -all` },
      ["broken", "too_many_lookups"],
    ],
    ["ten questions", { "nordhem.example": `v=spf1 ${"a ".repeat(10)} -all` }, ["good"]],
    ["macros, which are not followed", { "nordhem.example": "v=spf1 include:%{ir}.spf.example -all" }, ["good"]],
  ])("judges %s", (_, zone, expected) => {
    expect(told(judgeSpf(tree(zone), use))).toEqual(expected);
  });

  test("says which record would do", () => {
    expect(wanted(judgeSpf(tree({}), use))).toEqual(["nordhem.example v=spf1 a:mail.relay.example ~all"]);
    const two = {
      "nordhem.example": ["v=spf1 mx -all", "v=spf1 mx include:a.example ~all"],
      "a.example": "v=spf1 mx -all",
    };
    expect(wanted(judgeSpf(tree(two), use))).toEqual(["nordhem.example v=spf1 mx include:a.example ~all"]);
    expect(wanted(judgeSpf(tree({ "nordhem.example": "v=spf1 mx +all" }), use))).toEqual([
      "nordhem.example v=spf1 mx ~all",
    ]);
    expect(wanted(judgeSpf(tree({}), { ...use, mailer: "outbox", relay: null }))).toEqual(["nordhem.example null"]);
  });

  test("asks for the mailer's own servers below the domain where mail leaves by Resend", () => {
    const resend: DomainUse = { ...use, mailer: "resend", relay: null };
    const zone = {
      "send.nordhem.example": "v=spf1 include:amazonses.com ~all",
      "amazonses.com": "v=spf1 ip4:192.0.2.1 -all",
    };
    expect(told(judgeSpf(tree(zone, "send.nordhem.example"), resend))).toEqual(["good"]);
    const other = { "send.nordhem.example": "v=spf1 mx -all" };
    const report = judgeSpf(tree(other, "send.nordhem.example"), resend);
    expect(told(report)).toEqual(["weak", "lacks_mailer"]);
    expect(wanted(report)).toEqual(["send.nordhem.example v=spf1 mx include:amazonses.com ~all"]);
  });
});

test("SPF is looked up where the mailer says, and wants what it says", () => {
  const mailersRecords = [
    { type: "MX" as const, name: "bounce.nordhem.example", value: "10 feedback-smtp.eu-west-1.amazonses.com" },
    { type: "TXT" as const, name: "bounce.nordhem.example", value: "v=spf1 include:amazonses.com ~all" },
  ];
  const told: DomainUse = { ...use, mailer: "resend", relay: null, mailersRecords };
  expect(envelopeDomain(told)).toBe("bounce.nordhem.example");
  expect(judgeSpf(tree({}, "bounce.nordhem.example"), told).wants).toEqual(mailersRecords);
});

describe("DKIM", () => {
  const key = (bytes: number) => "A".repeat(Math.ceil((bytes * 4) / 3));
  const name = "one._domainkey.nordhem.example";
  test.each<[string, Found<string>, string[]]>([
    ["a key of 2048 bits", found(`v=DKIM1; k=rsa; p=${key(294)}`), ["good"]],
    ["a key without a version", found(`p=${key(294)}`), ["good"]],
    ["a key with spaces and a stray end", found(`v=DKIM1;  k=rsa ; p=${key(290)} ${key(4)};`), ["good"]],
    ["a key of 1024 bits", found(`v=DKIM1; p=${key(162)}`), ["weak", "key_weak"]],
    ["a key of 512 bits", found(`v=DKIM1; p=${key(94)}`), ["broken", "key_weak"]],
    ["an Ed25519 key", found(`v=DKIM1; k=ed25519; p=${key(32)}`), ["good"]],
    ["a key that was taken back", found("v=DKIM1; p="), ["broken", "key_revoked"]],
    ["a key that is none", found("v=DKIM1; p=not a key!"), ["broken", "key_unreadable"]],
    ["a record without a key", found("v=DKIM1; k=rsa"), ["broken", "key_unreadable"]],
    ["another version", found(`v=DKIM2; p=${key(294)}`), ["broken", "syntax"]],
    ["a key that is being tried out", found(`v=DKIM1; t=y; p=${key(294)}`), ["weak", "key_for_tests"]],
    ["two keys", found(`v=DKIM1; p=${key(294)}`, `v=DKIM1; p=${key(290)}`), ["broken", "several_records"]],
    ["nothing", found(), ["missing"]],
    ["another text", found("hello"), ["missing"]],
    ["a server that cannot be asked", unasked, ["not_known", "not_asked"]],
  ])("judges %s", (_, there, expected) => {
    expect(told(judgeDkim([{ name, found: there }], use))).toEqual(expected);
  });

  test("one key that works is enough", () => {
    const keys = [
      { name, found: found("v=DKIM1; p=") },
      { name: "two._domainkey.nordhem.example", found: found(`p=${key(294)}`) },
    ];
    expect(told(judgeDkim(keys, use))).toEqual(["good"]);
  });

  test("asks for what the mailer says, and else leaves its value to the mailer", () => {
    const record = { type: "TXT" as const, name: "resend._domainkey.nordhem.example", value: "p=abc" };
    expect(judgeDkim([], { ...use, mailersRecords: [record] }).wants).toEqual([record]);
    expect(wanted(judgeDkim([], use))).toEqual(["selector._domainkey.nordhem.example null"]);
  });
});

describe("DMARC", () => {
  const own = "_dmarc.nordhem.example";
  test.each<[string, string[], string[]]>([
    ["a policy", ["v=DMARC1; p=reject; rua=mailto:x@nordhem.example"], ["good"]],
    ["the least policy", ["v=DMARC1; p=none"], ["weak", "policy_none"]],
    ["none", [], ["missing"]],
    ["another text", ["hello"], ["missing"]],
    ["two records", ["v=DMARC1; p=none", "v=DMARC1; p=reject"], ["broken", "several_records"]],
    ["a forgotten semicolon", ["v=DMARC1 p=none"], ["broken", "syntax"]],
    ["a version in small letters", ["v=dmarc1; p=none"], ["broken", "syntax"]],
    ["a version that is not first", ["p=none; v=DMARC1"], ["broken", "syntax"]],
    ["a colon for an equals sign", ["v=DMARC1; p:reject"], ["broken", "syntax"]],
    ["a policy misspelt", ["v=DMARC1; p=quarantaine"], ["broken", "policy_unreadable"]],
    ["a policy forgotten", ["v=DMARC1; rua=mailto:x@nordhem.example"], ["broken", "policy_missing"]],
    ["a policy said twice", ["v=DMARC1; p=none; p=reject"], ["broken", "syntax"]],
    ["capitals and spaces", ["v=DMARC1 ;  P = Reject ;"], ["good"]],
    ["a weaker policy below", ["v=DMARC1; p=reject; sp=none"], ["good", "weaker_below"]],
    ["a policy that is being tried out", ["v=DMARC1; p=reject; t=y"], ["good", "for_tests"]],
  ])("judges %s", (_, texts, expected) => {
    expect(told(judgeDmarc([{ name: own, found: found(...texts) }], use))).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ["v=DMARC1; p=reject", "holds", ["good"]],
    ["v=DMARC1; p=reject; sp=none", "asks for less", ["weak", "policy_none"]],
    ["v=DMARC1; p=none; sp=quarantine", "asks for more", ["good"]],
    ["v=DMARC1; p=reject; sp=nothing", "is misspelt", ["broken", "policy_unreadable"]],
  ])("of a domain above, %s %s", (text, _, expected) => {
    const below = { ...use, domain: "news.nordhem.example" };
    const records = [
      { name: "_dmarc.news.nordhem.example", found: found() },
      { name: own, found: found(text) },
    ];
    expect(told(judgeDmarc(records, below))).toEqual(expected);
  });

  test("a server that cannot be asked leaves it open", () => {
    expect(told(judgeDmarc([{ name: own, found: unasked }], use))).toEqual(["not_known", "not_asked"]);
  });

  test("the record to put there keeps the policy that was meant", () => {
    expect(wanted(judgeDmarc([{ name: own, found: found() }], use))).toEqual([`${own} v=DMARC1; p=none`]);
    const two = found("v=DMARC1; p=reject", "v=DMARC1; p=none");
    expect(wanted(judgeDmarc([{ name: own, found: two }], use))).toEqual([`${own} v=DMARC1; p=reject`]);
  });
});

describe("a domain", () => {
  const whole: DomainRecords = {
    spf: tree({ "nordhem.example": "v=spf1 mx -all" }),
    dkim: [{ name: "one._domainkey.nordhem.example", found: found(`p=${"A".repeat(392)}`) }],
    dmarc: [{ name: "_dmarc.nordhem.example", found: found("v=DMARC1; p=none") }],
    mx: { kind: "found", records: [{ exchange: "mx.nordhem.example", priority: 10 }] },
  };
  const noKey = [{ name: "one._domainkey.nordhem.example", found: found() }];
  const askNoKey = [{ name: "one._domainkey.nordhem.example", found: unasked }];
  test.each<[string, Partial<DomainRecords>, string]>([
    ["has all", {}, "fine"],
    ["has no key but SPF", { dkim: noKey }, "fine"],
    ["has no SPF but a key", { spf: tree({}) }, "fine"],
    ["has neither", { spf: tree({}), dkim: noKey }, "lacking"],
    ["has no DMARC", { dmarc: [{ name: "_dmarc.nordhem.example", found: found() }] }, "lacking"],
    ["has a broken DMARC", { dmarc: [{ name: "_dmarc.nordhem.example", found: found("v=DMARC1 p=none") }] }, "lacking"],
    ["has no SPF, and its key cannot be asked", { spf: tree({}), dkim: askNoKey }, "not_known"],
    ["has SPF, and its key cannot be asked", { dkim: askNoKey }, "fine"],
    ["has DMARC that cannot be asked", { dmarc: [{ name: "_dmarc.nordhem.example", found: unasked }] }, "not_known"],
  ])("that sends and %s", (_, change, standing) => {
    expect(judgeDomain({ ...whole, ...change }, use).standing).toBe(standing);
  });

  test.each<[string, DomainRecords["mx"], string[], string]>([
    ["receives by a server", whole.mx, ["good"], "fine"],
    ["has no server", { kind: "none" }, ["missing"], "lacking"],
    [
      "says that it takes no mail",
      { kind: "found", records: [{ exchange: "", priority: 0 }] },
      ["broken", "null_mx"],
      "lacking",
    ],
    ["cannot be asked", { kind: "unasked" }, ["not_known", "not_asked"], "not_known"],
  ])("with a mailbox that %s", (_, mx, expected, standing) => {
    const mailbox = { ...use, sends: false, receives: true };
    const judged = judgeDomain({ ...whole, mx }, mailbox);
    expect([judged.parts.map(told), judged.standing]).toEqual([[expected], standing]);
  });
});
