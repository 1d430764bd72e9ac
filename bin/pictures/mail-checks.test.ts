import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusedPairs } from "#domain/brand-contrast.ts";
import type { KitColours } from "#domain/brand-look.ts";
import { languages } from "#domain/language.ts";
import { checkMail } from "#domain/mail-checks/check-mail.ts";
import { checkContrast } from "#domain/mail-checks/contrast.ts";
import { readPage } from "#domain/mail-checks/page.ts";
import { supportGaps } from "#domain/mail-checks/support.ts";
import { templateNames } from "#domain/sequence.ts";
import { lookOf } from "#emails/parts/look.ts";
import { renderRecovery } from "#emails/render.ts";
import { clientSupport } from "#integrations/client-support.ts";
import { pictured } from "./messages.ts";

const cases = templateNames.flatMap((template) => languages.map((language) => ({ template, language })));

describe("the checks", () => {
  test.each(cases)("find no error in $template in $language, by day or by night", async ({ template, language }) => {
    const props = await pictured(template, language);
    const rendered = await renderRecovery(props);
    const report = checkMail({ ...props, ...rendered, postalAddress: props.brand.address });
    expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(report.findings.filter(({ check }) => check === "contrast_low")).toEqual([]);
    expect(report.spam.points).toBeLessThan(report.spam.look);
  });

  test.each(templateNames)("find no layout in %s that a program does not follow", async (template) => {
    const { html } = await renderRecovery(await pictured(template, "en"));
    const gaps = supportGaps(readPage(html), clientSupport.features).filter(({ matters }) => matters);
    const unfollowed = gaps.filter(({ programs }) => programs.some(({ level }) => level === "none"));
    expect(unfollowed.map(({ title, excerpt }) => `${title}: ${excerpt}`)).toEqual([]);
  });
});

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const some = { requiredKeys: [] };
const kit = fc.record({
  accent: colour,
  colours: fc.record({
    light: fc.record({ page: colour, card: colour, text: colour }, some),
    dark: fc.record({ accent: colour, page: colour, card: colour, text: colour }, some),
  }),
});

/** What somebody ends with who takes each suggestion of the form. */
function mended({ accent, colours }: { accent: string; colours: KitColours }): KitColours {
  let kept = colours;
  for (let tries = 0; tries < 8; tries += 1) {
    const fault = refusedPairs(accent, kept).find(({ suggestion }) => suggestion !== null);
    if (!fault) return kept;
    kept = { ...kept, [fault.ground]: { ...kept[fault.ground], [fault.part]: fault.suggestion } };
  }
  return kept;
}

test("whatever colours a brand is allowed, its mails read by day and by night", async () => {
  await fc.assert(
    fc.asyncProperty(kit, fc.constantFrom(...templateNames), async (given, template) => {
      const colours = mended(given);
      fc.pre(refusedPairs(given.accent, colours).length === 0);
      const props = await pictured(template, "en");
      const look = lookOf("en", given.accent, { colours });
      const { html } = await renderRecovery({ ...props, look });
      const low = checkContrast(readPage(html)).filter(({ says }) => says.startsWith("Text in"));
      // A label that follows from the accent may have 3.6 to 1: it is large and bold, and the form says so.
      const labels = [look.brand.onAccent, look.brand.onDarkAccent];
      const unread = low.filter(
        ({ severity, says }) => severity === "error" || !labels.some((ink) => says.includes(ink)),
      );
      expect(unread.map(({ says, excerpt }) => `${says} ${excerpt}`)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
