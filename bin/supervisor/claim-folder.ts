import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { commandOf } from "../postgres/processes.ts";
import { StartError } from "./start-error.ts";

/** Makes the data folder and claims it: two starts over the same data would each restart the other's children. */
export function claimFolder(folder: string): () => void {
  makeWritable(folder);
  const file = join(folder, "start.pid");
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const owner = Number(readFileSync(file, "utf8"));
      if (owner !== process.pid && commandOf(owner)?.includes("start.ts")) {
        throw new StartError(
          `Comeback already runs on ${folder} (process ${owner}): stop that one first, or start with another DATA_DIR and PORT`,
        );
      }
      rmSync(file, { force: true });
    }
  }
}

function makeWritable(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? error.code : String(error);
    throw new StartError(
      `The data folder ${folder} cannot be used (${reason}): set DATA_DIR to a folder you may write to`,
    );
  }
}

/** Step by step, because Node's own recursion never ends where nothing can be made, such as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  mkdirSync(folder);
}
