import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, instant, tenantId } from "./columns.ts";

/** Where a tenant's reviewers are told outside of Comeback that drafts wait, and what the last telling came to. */
export const reviewWebhooks = pgTable("review_webhooks", {
  tenantId: tenantId().primaryKey(),
  url: text("url").notNull(),
  secretEncrypted: text("secret_encrypted").notNull(),
  toldCount: integer("told_count").notNull().default(0),
  toldAt: instant("told_at"),
  outcome: text("outcome"),
});

/** Which digest went to whom for which hour: one row each, so that no repeated job mails twice. */
export const digests = pgTable(
  "digests",
  {
    tenantId: tenantId(),
    memberId: text("member_id").notNull(),
    occasion: text("occasion").notNull(),
    mailId: text("mail_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.memberId, t.occasion] })],
);

/** The pictures of a mail to a member, which its HTML names as `cid:` and their name. */
export const systemMailPictures = pgTable(
  "system_mail_pictures",
  {
    tenantId: tenantId(),
    mailId: text("mail_id").notNull(),
    name: text("name").notNull(),
    png: bytes("png").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.mailId, t.name] })],
);
