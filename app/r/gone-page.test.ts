import { expect, test } from "vitest";
import { gonePage } from "./gone-page.ts";

const asked = (language?: string) =>
  gonePage(new Request("https://comeback.example/r/cut", language ? { headers: { "accept-language": language } } : {}));

test.each([
  [undefined, 'lang="en" dir="ltr"', "This link is not valid"],
  ["de-AT,de;q=0.9", 'lang="de" dir="ltr"', "<h1>"],
  ["ar-EG", 'lang="ar" dir="rtl"', "<h1>"],
  ["tlh", 'lang="en" dir="ltr"', "This link is not valid"],
])("says in the language of %s that the link leads nowhere", async (language, told, words) => {
  const answer = asked(language);
  const page = await answer.text();
  expect(answer.status).toBe(404);
  expect(page).toContain(told);
  expect(page).toContain(words);
});

test("runs no script, and lets no page frame it", () => {
  const policy = asked().headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("script-src");
});
