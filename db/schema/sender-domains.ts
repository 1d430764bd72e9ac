import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { DomainReport, DomainStanding } from "#domain/sender-domain.ts";
import { emptyArray, id, instant, tenantId } from "./columns.ts";

/** What a tenant says of a domain that it writes from: the names under which its mailer's DKIM keys are published. */
export const senderDomains = pgTable(
  "sender_domains",
  {
    tenantId: tenantId(),
    domain: text("domain").notNull(),
    selectors: text("selectors").array().notNull().default(emptyArray),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.domain] })],
);

/** What DNS said of a domain at an instant, and what was judged of it; append-only, the old ones are cleared away. */
export const domainChecks = pgTable(
  "domain_checks",
  {
    tenantId: tenantId(),
    id: id(),
    domain: text("domain").notNull(),
    standing: text("standing").$type<DomainStanding>().notNull(),
    report: jsonb("report").$type<DomainReport>().notNull(),
    checkedAt: instant("checked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("domain_checks_domain").on(t.tenantId, t.domain, t.checkedAt, t.id),
  ],
);
