import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkMail } from "./check-mail.ts";
import { type CheckName, checkGroupOf, type Mail } from "./finding.ts";

const leave = '<a href="https://shop.example.com/u">Unsubscribe</a>';
const sound: Mail = {
  html: `<html><head><meta name="color-scheme" content="light dark"><style>@media (prefers-color-scheme:dark){.page{background-color:#111!important;color:#eee!important}.page a{color:#9ec5ff!important}}</style></head><body class="page" style="background-color:#ffffff;color:#222222"><p>Your basket is still here. The linen overshirt waits in your size, and nothing is lost. Come back whenever it suits you; we keep it until Sunday.</p><a href="https://shop.example.com/c">Back to my cart</a> ${leave}<p>Quay 1, Bergen</p></body></html>`,
  text: "Your basket is still here.\n\nBack to my cart: https://shop.example.com/c",
  subject: "Your linen overshirt is waiting",
  preheader: "The linen overshirt is still in your size",
  hosts: ["shop.example.com", "evil.com", "bit.ly"],
  postalAddress: "Quay 1\nBergen",
};
const withBody = (more: string): Mail => ({ ...sound, html: sound.html.replace("</body>", `${more}</body>`) });
const named = (mail: Mail) => checkMail(mail).findings.map(({ check }) => check);

test("a sound mail has nothing to mend", () => {
  expect(checkMail(sound).findings).toEqual([]);
});

const picture = (attributes: string) => withBody(`<img width="40" ${attributes}>`);
const link = (attributes: string, says = "Here") => withBody(`<a ${attributes}>${says}</a>`);

/** A mail for every rule that only it trips. Dead and redirecting links are told by asking for them. */
const planted: Record<Exclude<CheckName, "link_dead" | "link_redirects" | "picture_heavy">, Mail> = {
  size_clipped: withBody(`<p>${"long text ".repeat(11_000)}</p>`),
  size_near_clip: withBody(`<p>${"long text ".repeat(8_800)}</p>`),
  link_without_target: link('href="#"'),
  link_insecure: link('href="http://shop.example.com/"'),
  link_relative: link('href="/cart"'),
  link_script: link('href="javascript:alert(1)"'),
  link_empty: link('href="https://shop.example.com/x"', '<img width="9" alt="" src="https://shop.example.com/a.png">'),
  link_mismatch: link('href="https://evil.com/x"', "https://shop.example.com"),
  link_shortened: link('href="https://bit.ly/x"'),
  link_foreign_host: link('href="https://elsewhere.com/x"'),
  link_private_host: link('href="http://localhost:3000/shop"'),
  mailto_odd: link('href="mailto:help at shop"'),
  unsubscribe_missing: { ...sound, html: sound.html.replace(leave, "") },
  alt_missing: picture('src="https://shop.example.com/a.jpg"'),
  alt_file_name: picture('src="https://shop.example.com/a.jpg" alt="IMG_2041.jpg"'),
  picture_insecure: picture('src="http://shop.com/a.jpg" alt="A shirt"'),
  picture_inline: picture('src="data:image/png;base64,AAAA" alt="A shirt"'),
  picture_relative: picture('src="/a.jpg" alt="A shirt"'),
  picture_unsized: withBody('<img src="https://shop.example.com/a.jpg" alt="A shirt">'),
  contrast_low: withBody('<p style="color:#bbbbbb;background-color:#ffffff">Faint</p>'),
  dark_unstyled: { ...sound, html: sound.html.replace(/<head>.*<\/head>/, "<head></head>") },
  subject_empty: { ...sound, subject: " " },
  subject_long: { ...sound, subject: "One long subject that nobody will ever read to its end on any phone or desk" },
  subject_phone: { ...sound, subject: "Your linen overshirt in moss green is waiting" },
  subject_direction: { ...sound, subject: "Your \u202Eshirt" },
  subject_control: { ...sound, subject: "Your\nshirt" },
  subject_emoji: { ...sound, subject: "Your shirt 🧦" },
  preheader_empty: { ...sound, preheader: "" },
  preheader_short: { ...sound, preheader: "Still here" },
  preheader_long: { ...sound, preheader: "and so on ".repeat(20) },
  preheader_same: { ...sound, preheader: "your LINEN overshirt is waiting!" },
  slot_left: withBody("<p>Hello {{contact.frstName}}</p>"),
  value_broken: withBody("<p>You save undefined.</p>"),
  text_missing: { ...sound, text: "" },
  text_without_link: { ...sound, text: "Your basket is still here." },
  address_missing: { ...sound, postalAddress: "Elsewhere 2" },
  script_inside: withBody("<script>alert(1)</script>"),
  spam_signal: { ...sound, text: `${sound.text}\nAct now, winner!!!` },
};

test.each(Object.entries(planted))("finds %s where it is planted, and says what to do", (check, mail) => {
  const found = checkMail(mail).findings.filter((one) => one.check === check);
  expect(found.length, named(mail).join()).toBeGreaterThan(0);
  for (const { says, advice } of found) expect(Math.min(says.length, advice.length)).toBeGreaterThan(5);
});

test.each(Object.entries(planted).filter(([check]) => !/^(dark_unstyled|text_missing|link_empty)$/.test(check)))(
  "finds no other fault of its group beside %s",
  (check, mail) => {
    const group = checkGroupOf[check as CheckName];
    expect(new Set(named(mail).filter((name) => checkGroupOf[name] === group))).toEqual(new Set([check]));
  },
);

test("points at the place in the HTML and at the editor's block", () => {
  const { html, ...rest } = withBody(
    '<div data-block="blk_7"><table><tr><td><a href="#">Here</a></td></tr></table></div>',
  );
  const [found] = checkMail({ html, ...rest }).findings;
  expect(found?.block).toBe("blk_7");
  expect(html.slice(found?.at?.from, found?.at?.to)).toBe('<a href="#">');
});

describe("contrast", () => {
  const judged = (html: string) =>
    checkMail({ ...sound, html }).findings.filter(({ check }) => check === "contrast_low");
  const onWhite = (style: string) => judged(`<p style="${style}">Words</p>`).map(({ severity }) => severity);

  test.each([
    ["color:#767676", []],
    ["color:#777777", ["warning"]],
    ["color:#aaaaaa", ["error"]],
    ["color:#777777;font-size:24px", []],
    ["color:rgb(200, 200, 200)", ["error"]],
    ["color:rgba(0,0,0,.2)", ["error"]],
    ["color:white;background:#000", []],
    ["color:white;background:url(https://x.example/a.png)", []],
    ["color:white;display:none", []],
  ])("of %s on white is %j", (style, severities) => {
    expect(onWhite(style)).toEqual(severities);
  });

  test("is asked again for dark mode, with the rules that hold there", () => {
    const dark = "<style>@media (prefers-color-scheme:dark){.card{background-color:#111!important}}</style>";
    const found = judged(`${dark}<div class="card" style="background:#fff"><p style="color:#333333">Words</p></div>`);
    expect(found.map(({ says }) => says)).toEqual([expect.stringContaining("in dark mode")]);
  });
});

describe("whatever the HTML is", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      ...[
        "<",
        "<!--",
        "-->",
        "<a href=",
        '"',
        "'",
        ">",
        "</",
        "<style>",
        "@media{",
        "}",
        "<table><tr><td>",
        "&#xFFFFFFFF;",
      ],
      ...[
        "<p style='color:rgb(",
        "<img src=data:",
        "<script>",
        "</style",
        "<![endif]",
        "<td",
        "&#1114112;",
        "{{",
        "\ud800",
      ],
    ),
  );
  const html = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  test("the checks answer, with places inside it", () => {
    fc.assert(
      fc.property(html, fc.string({ unit: "binary" }), fc.string(), (given, subject, text) => {
        for (const { at } of checkMail({ html: given, text, subject, preheader: text }).findings) {
          if (at) expect(at.from >= 0 && at.to <= given.length && at.from <= at.to).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each(["<div>".repeat(20_000), "<".repeat(100_000), '<a "'.repeat(20_000), "<style>".repeat(5_000)])(
    "deep nesting and long runs of half tags are read to their end",
    { timeout: 60_000 },
    (html) => {
      expect(checkMail({ ...sound, html }).findings.length).toBeGreaterThan(0);
    },
  );
});
