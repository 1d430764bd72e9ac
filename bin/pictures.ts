import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import type { Language } from "#domain/language.ts";
import { type TemplateName, templateNames } from "#domain/sequence.ts";
import { loadTsx } from "./bench/load-tsx.ts";
import { findChromium } from "./testing/chromium.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "docs", "pictures", "templates");
const executablePath = await findChromium(root);

/** How a message is read: on a desk, on a phone, on a phone at night. */
const views = {
  desktop: { width: 700, colorScheme: "light" },
  phone: { width: 375, colorScheme: "light" },
  dark: { width: 375, colorScheme: "dark" },
} as const;
type View = keyof typeof views;

const asked = process.argv.slice(2);
const english = templateNames.map((template) => ({ template, language: "en" as Language }));
/** The other direction of writing, and a script that breaks lines anywhere. */
const abroad: { template: TemplateName; language: Language }[] = [
  { template: "product-hero", language: "ar" },
  { template: "last-chance", language: "ja" },
  { template: "loyalty", language: "de" },
];

loadTsx();
const { pictured, shopUrl } = await import("./pictures/messages.ts");
const { renderRecovery } = await import("#emails/render.ts");

async function draw(browser: Browser, html: string, { view, file }: { view: View; file: string }): Promise<void> {
  const { width, colorScheme } = views[view];
  const page = await browser.newPage({ viewport: { width, height: 600 }, colorScheme });
  // Only the demo shop's pictures are served, from the project itself.
  await page.route("**/*", (route) => {
    const { href, pathname } = new URL(route.request().url());
    return href.startsWith(shopUrl) ? route.fulfill({ path: join(root, "public", pathname) }) : route.abort();
  });
  await page.setContent(html, { waitUntil: "load" });
  await page.screenshot({ path: file, fullPage: true, type: "jpeg", quality: 76 });
  await page.close();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(executablePath ? { executablePath } : {});
try {
  for (const { template, language } of [...english, ...abroad]) {
    if (asked.length > 0 && !asked.includes(template)) continue;
    const { html } = await renderRecovery(await pictured(template, language));
    const name = language === "en" ? template : `${template}-${language}`;
    for (const view of ["desktop", "phone", "dark"] as const) {
      if (language !== "en" && view === "dark") continue;
      await draw(browser, html, { view, file: join(folder, `${name}-${view}.jpg`) });
    }
    console.log(name);
  }
} finally {
  await browser.close();
}
