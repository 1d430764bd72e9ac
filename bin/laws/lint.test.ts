import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "./source-files.ts";

const house = mkdtempSync(join(tmpdir(), "lint-"));
afterAll(() => rmSync(house, { recursive: true }));

function lint(file: string, text: string): string {
  cpSync(join(root, "biome.json"), join(house, "biome.json"));
  cpSync(join(root, "bin", "laws", "domain-purity.grit"), join(house, "bin", "laws", "domain-purity.grit"));
  const modules = join(house, "node_modules");
  rmSync(modules, { force: true });
  symlinkSync(join(root, "node_modules"), modules);
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
  const tool = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const args = [tool, "lint", "--vcs-enabled=false", "--reporter=github", file];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: house, encoding: "utf8" });
  rmSync(join(house, file));
  return stdout + stderr;
}

// Plugins report without a rule name.
const RULES: Record<string, string> = { "domain-purity": "no clock and no chance" };

const longFunction = (lines: number) => `export function long(): void {\n${"  console.log(1);\n".repeat(lines)}}\n`;

test.each([
  ["the clock", "domain-purity", "domain/clock.ts", "export const now = Date.now();\n"],
  ["the present", "domain-purity", "domain/clock.ts", "export const now = new Date();\n"],
  ["chance", "domain-purity", "domain/chance.ts", "export const chance = Math.random();\n"],
  ["random ids", "noRestrictedGlobals", "domain/id.ts", "export const id = crypto.randomUUID();\n"],
  ["its surroundings", "noProcessGlobal", "domain/mode.ts", "export const mode = process.env.MODE;\n"],
  ["files", "noNodejsModules", "domain/io.ts", 'import "node:fs";\n'],
])("domain may not know %s", (_, rule, file, text) => {
  expect(lint(file, text)).toContain(RULES[rule] ?? rule);
});

test.each([
  ["file names in camel case", "useFilenamingConvention", "db/cartRows.ts", "export const a = 1;\n"],
  ["functions over 40 lines", "noExcessiveLinesPerFunction", "db/long.ts", longFunction(41)],
  ["components over 120 lines", "noExcessiveLinesPerFunction", "components/long.tsx", longFunction(121)],
  [
    "five parameters",
    "useMaxParams",
    "db/wide.ts",
    "export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];\n",
  ],
  ["default exports", "noDefaultExport", "db/default.ts", "const a = 1;\nexport default a;\n"],
  ["barrels", "noReExportAll", "db/barrel.ts", 'export * from "./carts.ts";\n'],
  ["any", "noExplicitAny", "db/loose.ts", "export const a = (b: any) => b;\n"],
  ["non-null assertions", "noNonNullAssertion", "db/sure.ts", "export const a = (b?: string) => b!.length;\n"],
  ["the environment outside of env.ts", "noProcessEnv", "db/port.ts", "export const a = process.env.PORT;\n"],
])("refuses %s", (_, rule, file, text) => {
  expect(lint(file, text)).toContain(rule);
});

test.each([
  ["dates made of text in domain", "domain/clock.ts", "export const parse = (text: string) => new Date(text);\n"],
  ["the clock at the edge", "db/clock.ts", "export const now = () => Date.now();\n"],
  ["functions of 40 lines", "db/short.ts", longFunction(38)],
  ["pages with a default export", "app/page.tsx", "export default function Page() {\n  return null;\n}\n"],
])("lets pass %s", (_, file, text) => {
  expect(lint(file, text)).not.toContain("::error");
});
