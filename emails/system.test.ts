import { describe, expect, test } from "vitest";
import { renderAlert, renderInvitation, renderMagicLink, withTestBanner } from "./render.ts";

describe("a system message", () => {
  test("carries its link in both parts and escapes names", async () => {
    const url = "https://app.example/sign-in/abc";
    const magic = await renderMagicLink({ url, email: `<a>"@x.example`, minutes: 20 });
    const invitation = { url, tenantName: "<b>Shop</b>", inviterName: "Mira & Co", role: "admin", days: 7 } as const;
    for (const mail of [magic, await renderInvitation(invitation)]) {
      expect(mail.html).toContain(`href="${url}"`);
      expect(mail.text).toContain(url);
      expect(mail.html).not.toMatch(/<b>Shop|<a>"@/);
      expect(mail.subject).not.toMatch(/[\r\n]/);
    }
  });

  test("says in an alert what happened and what to do, in both parts", async () => {
    const alert = await renderAlert({
      tenantName: "<b>Shop</b>",
      title: "Webhooks of Nordlicht stopped\r\nBcc: x",
      happened: ["No webhook came for 6 hours & 2 minutes."],
      steps: ["Open the shop's <settings>.", "Press “Connect again”."],
      link: { label: "Open the shop", url: "https://app.example/settings/shops" },
      noticedAt: "22 November, 14:05",
    });
    expect(alert.subject).toBe("Webhooks of Nordlicht stopped Bcc: x (<b>Shop</b>)");
    expect(alert.html).toContain("2. Press “Connect again”.");
    expect(alert.html).toContain("&lt;settings&gt;");
    expect(alert.html).not.toMatch(/<b>Shop|<settings>/);
    for (const said of [
      "6 hours & 2 minutes",
      "1. Open the shop's <settings>.",
      "https://app.example/settings/shops",
    ]) {
      expect(alert.text).toContain(said);
    }
  });

  test("says above a test message that it is one", async () => {
    const plain = await renderMagicLink({ url: "https://app.example/x", email: "a@x.example", minutes: 20 });
    const { html, text } = await withTestBanner(plain, "Only a <test>");
    expect(html.indexOf("Only a &lt;test&gt;")).toBeLessThan(html.indexOf("<h1"));
    expect(html.match(/<!DOCTYPE/g)).toHaveLength(1);
    expect(text.startsWith("[Only a <test>]")).toBe(true);
  });
});
