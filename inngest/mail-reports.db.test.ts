import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsWithReportReaders } from "#db/across-tenants-notices.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { createMember } from "#db/members.ts";
import { readMail } from "#db/message-views.ts";
import { listMailPictures, saveReportRhythm } from "#db/report-mails.ts";
import { rebuildRollups } from "#db/rollup-rebuild.ts";
import { withScope } from "#db/scope.ts";
import { listSystemMails } from "#db/system-mails.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import { type SmtpSink, startSmtpSink } from "#integrations/testing/smtp-sink.ts";
import { mailReports } from "./mail-reports.ts";

const database = await createTestDatabase();
const tenantId = "ten_alpha";
// A Monday in Berlin, and a day of the week before it.
const monday = new Date("2026-03-09T06:30:00Z");
const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);
const inWeek = (hours: number) => new Date(Date.parse("2026-03-04T10:00:00Z") + hours * 3_600_000);

let sink: SmtpSink;
beforeAll(async () => {
  sink = await startSmtpSink();
  vi.stubEnv("MAILER", "smtp");
  vi.stubEnv("SMTP_URL", sink.url);
  await connectTo(database);
  for (const tenant of ["alpha", "omega"]) await tellTenant(tenant, inWeek(-200));
  for (const place of Array.from({ length: 30 }, (_, index) => index)) {
    const at = inWeek(place);
    const order = place % 3 === 0 ? { at, total: 10_000 + place * 100, credited: true } : undefined;
    await tellCart({ tenant: "alpha", key: `a${place}`, at, sentAt: at, clickedAt: at, ...(order ? { order } : {}) });
  }
  for (const place of [1, 2, 3, 4, 5, 6, 7])
    await tellCart({ tenant: "alpha", key: `h${place}`, at: inWeek(place), holdout: true });
  const order = { at: inWeek(3), total: 7_777, credited: true };
  await tellCart({
    tenant: "alpha",
    key: "zloty",
    at: inWeek(2),
    sentAt: inWeek(2),
    clickedAt: inWeek(2),
    currency: "PLN",
    order,
  });
  await withScope(tenantId, async (scope) => {
    for (const [name, rhythm] of [
      ["wanda", "weekly"],
      ["moritz", "monthly"],
      ["otto", "off"],
      ["gone", "weekly"],
    ] as const) {
      const member = await createMember(scope, {
        email: `${name}@report.test`,
        name,
        role: "viewer",
        now: inWeek(-100),
      });
      await saveReportRhythm(scope, member.id, rhythm);
    }
  });
  await workerSql()`update members set removed_at = now() where email = 'gone@report.test'`;
});
afterAll(async () => {
  await closeConnections();
  await sink?.close();
  vi.unstubAllEnvs();
  await database.drop();
});

const mails = () => withScope(tenantId, (scope) => listSystemMails(scope, { limit: 50 }));
const to = async (name: string) => (await mails()).filter(({ toAddress }) => toAddress === `${name}@report.test`);

test("finds the tenants in which somebody wants a report, and no other", async () => {
  expect(await acrossTenantsWithReportReaders()).toEqual([tenantId]);
});

test("waits for the hour, and for sums that are not made yet", async () => {
  expect(await mailReports(tenantId, monday)).toBe(0);
  expect(await mailReports(tenantId, later(31))).toBe(0);
  await rebuildRollups((work) => withScope(tenantId, work), later(31));
});

test("each reader hears once of each week or month, however often the job runs; who left or wants none hears nothing", async () => {
  for (const minutes of [31, 46, 61, 24 * 60]) await mailReports(tenantId, later(minutes));
  const counts = await Promise.all(["wanda", "moritz", "otto", "gone"].map(async (name) => (await to(name)).length));
  expect(counts).toEqual([1, 1, 0, 0]);
  await mailReports(tenantId, later(7 * 24 * 60 + 31));
  expect(await to("wanda")).toHaveLength(2);
});

test("the mail tells the week as the pages do, in words that stand for its pictures", async () => {
  const mail = (await to("wanda")).at(-1);
  expect(mail).toMatchObject({ kind: "report", status: "sent", subject: "Last week at alpha: what was won back" });
  const text = (mail?.text ?? "").replaceAll("\u00a0", " ");
  expect(text).toContain("Monday, 2 March 2026 to Sunday, 8 March 2026, in days of Europe/Berlin");
  expect(text).toContain("Attributed revenue: €1,135.00");
  expect(text).toContain("Attributed revenue in PLN: PLN 77.77 (never added to the others)");
  expect(text).toMatch(/Incremental revenue: \+€[\d,.]+ \(95% interval/);
  expect(text).toMatch(/Wed 4 Mar: €\d/);
  expect(text).toContain("Enrolled: 30 (100%)");
  expect(text).toContain("/settings/notices");
  const [month] = await to("moritz");
  expect(month?.text).toContain("Sunday, 1 February 2026 to Saturday, 28 February 2026");
});

test("its charts are pictures of the mail itself, each with what it shows as its text", async () => {
  const [received] = sink.mails.filter((one) => one.to.includes("wanda@report.test"));
  const source = received?.source ?? "";
  const names = ["revenue-by-day", "incremental-revenue", "from-cart-to-order"];
  for (const name of names) expect(source).toContain(`Content-ID: <${name}>`);
  expect(source).toContain("Content-Type: multipart/related");
  expect(source).not.toMatch(/Content-Disposition: attachment/);
  const mail = (await to("wanda")).at(-1);
  const alts = [...(mail?.html ?? "").matchAll(/<img alt="([^"]+)"[^>]*src="cid:/g)].map(([, alt]) => alt);
  expect(alts).toHaveLength(names.length);
  expect(alts[0]).toMatch(/^Attributed revenue by day\. Mon 2 Mar: €0\.00; /);
  const pictures = await withScope(tenantId, (scope) => listMailPictures(scope, mail?.id ?? ""));
  for (const { name, png } of pictures) {
    expect(Buffer.from(png).subarray(1, 4).toString()).toBe("PNG");
    if (process.env.KEEP_PICTURES) await writeFile(`${process.env.KEEP_PICTURES}/${name}.png`, png);
  }
  if (process.env.KEEP_PICTURES) {
    const seen = await withScope(tenantId, (scope) => readMail(scope, mail?.id ?? ""));
    await writeFile(`${process.env.KEEP_PICTURES}/report.html`, seen.html);
  }
  expect(pictures.map(({ name }) => name)).toEqual([...names].sort());
});

test("the outbox shows it with its pictures, and no other tenant does", async () => {
  const mail = (await to("wanda")).at(-1);
  const seen = await withScope(tenantId, (scope) => readMail(scope, mail?.id ?? ""));
  expect(seen.html).not.toContain("cid:");
  expect(seen.html.match(/src="data:image\/png;base64,/g)).toHaveLength(3);
  expect(await withScope("ten_omega", (scope) => listMailPictures(scope, mail?.id ?? ""))).toEqual([]);
});

test("a mail that was stored and never tried goes out with the next run, and once", async () => {
  const [mail] = await to("wanda");
  const before = sink.mails.length;
  await workerSql()`update system_mails set status = 'queued' where id = ${mail?.id ?? ""}`;
  expect(await mailReports(tenantId, later(7 * 24 * 60 + 46))).toBe(1);
  expect(await mailReports(tenantId, later(7 * 24 * 60 + 61))).toBe(0);
  expect(sink.mails.length).toBe(before + 1);
});
