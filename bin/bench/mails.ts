import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

export type MailFigures = {
  reactPerSecond: number;
  filledPerSecond: number;
  /** The same of templates that members made. */
  savedReactPerSecond: number;
  savedFilledPerSecond: number;
};

/** Both parts of mails from their props, by React for each mail and by filling what it rendered once. */
export async function benchMails(root: string): Promise<MailFigures> {
  const file = join(root, "bin", "bench", "render-mails.ts");
  const env = { ...process.env, NODE_ENV: "production" as const };
  const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: root, env });
  const said = JSON.parse(stdout);
  return {
    reactPerSecond: Number(said.reactPerSecond),
    filledPerSecond: Number(said.filledPerSecond),
    savedReactPerSecond: Number(said.savedReactPerSecond),
    savedFilledPerSecond: Number(said.savedFilledPerSecond),
  };
}
