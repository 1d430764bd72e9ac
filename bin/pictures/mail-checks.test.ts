import { describe, expect, test } from "vitest";
import { languages } from "#domain/language.ts";
import { checkMail } from "#domain/mail-checks/check-mail.ts";
import { readPage } from "#domain/mail-checks/page.ts";
import { supportGaps } from "#domain/mail-checks/support.ts";
import { templateNames } from "#domain/sequence.ts";
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
