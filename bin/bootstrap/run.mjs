import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { handOver, stopWith } from "./pinned-node.mjs";

const OLDEST = [20, 19];
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Installs if need be and hands over to the program; it needs nothing but the Node that happens to be there. */
export function run(program) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    stopWith(`Node ${process.versions.node} is too old: install Node ${OLDEST.join(".")} or newer`);
  }
  try {
    ensureInstalled(root);
    handOver(root, program, process.argv.slice(2));
  } catch (error) {
    stopWith(error instanceof Error ? error.message : String(error));
  }
}
