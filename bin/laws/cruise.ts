import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";

const report = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.unknown()) })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Cruises a folder by the laws of the house. */
export function cruise(root: string, folder: string): z.infer<typeof report> {
  const tool = join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");
  const args = [tool, ".", "--config", join(root, ".dependency-cruiser.cjs"), "--output-type", "json"];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", maxBuffer: 1e9 });
  if (!stdout) throw new Error(`dependency-cruiser said nothing: ${stderr}`);
  return report.parse(JSON.parse(stdout));
}
