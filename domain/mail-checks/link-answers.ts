import { type Finding, finding } from "./finding.ts";

/** What came back when a link was asked for. */
export const linkStates = ["alive", "redirects", "dead", "silent", "private"] as const;
export type LinkState = (typeof linkStates)[number];
/** `bytes` and `type` are of what was answered, where it said so. */
export type LinkAnswer = {
  url: string;
  state: LinkState;
  status: number | null;
  bytes: number | null;
  type: string | null;
};

/** A picture above this keeps phones waiting. */
const heavyBytes = 1_000_000;

/** What is wrong with links and pictures that were asked for. */
export function judgeAnswers(answers: LinkAnswer[]): Finding[] {
  return answers.flatMap((answer) => {
    const place = { excerpt: answer.url };
    const { state, status, bytes, type } = answer;
    if (state === "dead") {
      const says = `A link or picture is not there: it answers ${status}.`;
      return [finding(["link_dead", "error"], [says, "Mend its address, or take it away."], place)];
    }
    if (state === "silent") {
      const advice = "Its server may be slow or down, or its name misspelt. Ask again, then mend it.";
      return [finding(["link_dead", "warning"], ["A link or picture did not answer.", advice], place)];
    }
    if (state === "redirects") {
      const advice = "Fine for links; give pictures their last address.";
      return [finding(["link_redirects", "note"], [`A link leads on to another address (${status}).`, advice], place)];
    }
    if (state === "alive" && type?.startsWith("image/") && (bytes ?? 0) > heavyBytes) {
      const says = `A picture weighs ${Math.round((bytes ?? 0) / 100_000) / 10} MB.`;
      return [finding(["picture_heavy", "warning"], [says, "Save it smaller: under 300 kB is plenty."], place)];
    }
    return [];
  });
}
