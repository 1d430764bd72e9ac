import { expect, test } from "vitest";
import { judgeAnswers, type LinkAnswer } from "./link-answers.ts";

const answer = (change: Partial<LinkAnswer>): LinkAnswer => ({
  ...{ url: "https://shop.example.com/", state: "alive", status: 200, bytes: null, type: "text/html" },
  ...change,
});
const checks = (change: Partial<LinkAnswer>) =>
  judgeAnswers([answer(change)]).map(({ check, severity }) => [check, severity]);

test.each<[string, Partial<LinkAnswer>, string[][]]>([
  ["is quiet about what is there", {}, []],
  ["is quiet about what may not be asked for", { state: "private", status: null }, []],
  ["calls what is gone an error", { state: "dead", status: 404 }, [["link_dead", "error"]]],
  ["warns when nobody answers", { state: "silent", status: null }, [["link_dead", "warning"]]],
  ["notes what leads on", { state: "redirects", status: 301 }, [["link_redirects", "note"]]],
  ["warns of heavy pictures", { type: "image/jpeg", bytes: 2_500_000 }, [["picture_heavy", "warning"]]],
  ["is quiet about heavy pages", { bytes: 2_500_000 }, []],
])("%s", (_, change, expected) => {
  expect(checks(change)).toEqual(expected);
});
