import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const OLDEST_MAJOR = 24;

/** The Node that package.json pins; the current one only when that is missing and the current one is new enough. */
export function pinnedNode(root) {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const platform = process.platform === "win32" ? "win" : process.platform;
  const candidates = [
    join(root, "node_modules", "node", "bin", name),
    join(root, "node_modules", "node", "node_modules", `node-${platform}-${process.arch}`, "bin", name),
    join(root, "node_modules", `node-${platform}-${process.arch}`, "bin", name),
  ];
  const found = candidates.find((path) => existsSync(path) && spawnSync(path, ["--version"]).status === 0);
  if (found) return found;
  if (Number(process.versions.node.split(".")[0]) >= OLDEST_MAJOR) return process.execPath;
  throw new Error(
    `Node ${OLDEST_MAJOR} was not installed (the package "node" was blocked?): run npm rebuild node, or use Node ${OLDEST_MAJOR}`,
  );
}

/** Runs a program of bin/ on the pinned Node and becomes it, as far as signals, output and exit code go. */
export function handOver(root, program, args) {
  const node = pinnedNode(root);
  const bin = join(root, "node_modules", ".bin");
  const environment = { ...process.env, STARTED_BY: String(process.pid) };
  const path = [join(node, ".."), bin, process.env.PATH].join(process.platform === "win32" ? ";" : ":");
  const child = spawn(node, [join(root, program), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...environment, PATH: path },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("error", (error) => stopWith(`${node} could not be run: ${error.message}`));
  child.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

export function stopWith(message) {
  console.error(message);
  process.exit(1);
}
