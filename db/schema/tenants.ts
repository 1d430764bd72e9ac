import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { type AttributionPolicy, defaultAttribution } from "#domain/attribution/policy.ts";
import { houseFonts, type KitFonts } from "#domain/brand-font.ts";
import { houseColours, type KitColours } from "#domain/brand-look.ts";
import type { DigestChoice } from "#domain/digest.ts";
import type { DeadlineAction } from "#domain/draft-life.ts";
import type { ConsentRule } from "#domain/enrollment.ts";
import type { KeyScope, Role } from "#domain/member.ts";
import { type AlwaysReview, type DemotionLimits, defaultOversight, type SecondApprover } from "#domain/oversight.ts";
import type { ReportRhythm } from "#domain/report-rhythm.ts";
import type { OversightMode } from "#domain/sequence.ts";
import type { SocialLink } from "#domain/social-link.ts";
import type { FrequencyCap, QuietRule } from "#domain/timing/pressure.ts";
import type { SendRulesByChannel } from "#domain/timing/send-rules.ts";
import { defaultTiming } from "#domain/timing/timing-policy.ts";
import { emptyArray, id, instant, tenantId } from "./columns.ts";

export const tenants = pgTable("tenants", {
  tenantId: tenantId().primaryKey(),
  name: text("name").notNull(),
  currency: text("currency").notNull(),
  language: text("language").notNull(),
  timeZone: text("time_zone").notNull(),
  createdAt: instant("created_at").notNull(),
  pausedAt: instant("paused_at"),
});

/** How a tenant decides and oversees: one row per tenant, every change audited. */
export const policies = pgTable("policies", {
  tenantId: tenantId().primaryKey(),
  abandonmentMinutes: integer("abandonment_minutes").notNull(),
  consentRule: text("consent_rule").$type<ConsentRule>().notNull(),
  expiryDays: integer("expiry_days").notNull(),
  oversightMode: text("oversight_mode").$type<OversightMode>().notNull(),
  reviewDeadlineMinutes: integer("review_deadline_minutes").notNull(),
  deadlineAction: text("deadline_action").$type<DeadlineAction>().notNull(),
  sendRules: jsonb("send_rules").$type<SendRulesByChannel>().notNull().default(defaultTiming.sendRules),
  frequencyCaps: jsonb("frequency_caps").$type<FrequencyCap[]>().notNull().default(defaultTiming.frequencyCaps),
  backOnSite: jsonb("back_on_site").$type<QuietRule | null>(),
  bestHour: boolean("best_hour").notNull().default(defaultTiming.bestHour),
  attributionDays: integer("attribution_days").notNull(),
  attribution: jsonb("attribution").$type<AttributionPolicy>().notNull().default(defaultAttribution),
  loyaltyLine: boolean("loyalty_line").notNull(),
  /** What is left of goods at list price once they are paid for; without it no margin is told. */
  marginPercent: integer("margin_percent"),
  /** What amounts of other currencies are also told in, by the rates that the tenant entered. */
  reportingCurrency: text("reporting_currency"),
  alwaysReview: jsonb("always_review").$type<AlwaysReview>().notNull().default(defaultOversight.alwaysReview),
  samplePercent: integer("sample_percent").notNull().default(defaultOversight.samplePercent),
  secondApprover: jsonb("second_approver").$type<SecondApprover>().notNull().default(defaultOversight.secondApprover),
  demotion: jsonb("demotion").$type<DemotionLimits>().notNull().default(defaultOversight.demotion),
});

export const brands = pgTable("brands", {
  tenantId: tenantId().primaryKey(),
  name: text("name").notNull(),
  logoUrl: text("logo_url"),
  accent: text("accent").notNull(),
  senderName: text("sender_name").notNull(),
  senderAddress: text("sender_address").notNull(),
  replyTo: text("reply_to"),
  postalAddress: text("postal_address").notNull(),
  tone: text("tone").notNull(),
  avoidWords: text("avoid_words").array().notNull().default(emptyArray),
  useWords: text("use_words").array().notNull().default(emptyArray),
  examples: text("examples").array().notNull().default(emptyArray),
  returnsPolicy: text("returns_policy"),
  shippingPolicy: text("shipping_policy"),
  /** Whether the footer says that a message was written with AI, and whether a person approved it. */
  tellsAuthorship: boolean("tells_authorship").notNull().default(false),
  logoAlt: text("logo_alt"),
  /** Of the picture as it was loaded when the address was given, in pixels. */
  logoWidth: integer("logo_width"),
  logoHeight: integer("logo_height"),
  colours: jsonb("colours").$type<KitColours>().notNull().default(houseColours),
  fonts: jsonb("fonts").$type<KitFonts>().notNull().default(houseFonts),
  socialLinks: jsonb("social_links").$type<SocialLink[]>().notNull().default([]),
});

export const members = pgTable(
  "members",
  {
    tenantId: tenantId(),
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role").$type<Role>().notNull(),
    passwordHash: text("password_hash"),
    createdAt: instant("created_at").notNull(),
    lastSignInAt: instant("last_sign_in_at"),
    removedAt: instant("removed_at"),
    digest: text("digest").$type<DigestChoice>().notNull().default("daily"),
    /** How often they are mailed what was won back. */
    report: text("report").$type<ReportRhythm>().notNull().default("off"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), uniqueIndex("members_email").on(t.tenantId, t.email)],
);

/** One-time tokens of magic links and invitations; only their hash is kept. */
export const signInTokens = pgTable(
  "sign_in_tokens",
  {
    tenantId: tenantId(),
    tokenHash: text("token_hash").notNull(),
    email: text("email").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.tokenHash] })],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    tenantId: tenantId(),
    id: id(),
    name: text("name").notNull(),
    prefix: text("prefix").notNull(),
    hash: text("hash").notNull().unique("api_keys_hash"),
    scopes: text("scopes").array().$type<KeyScope[]>().notNull(),
    createdBy: text("created_by"),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    expiresAt: instant("expires_at"),
    /** Addresses and networks from which alone it may be used; anywhere where none is named. */
    allowedNetworks: text("allowed_networks").array().notNull().default(emptyArray),
    perMinute: integer("per_minute").notNull().default(600),
    revokedAt: instant("revoked_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** What people and keys did, append-only. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    tenantId: tenantId(),
    id: id(),
    actorKind: text("actor_kind").$type<"member" | "key" | "policy" | "shop">().notNull(),
    actorId: text("actor_id"),
    action: text("action").notNull(),
    subjectId: text("subject_id"),
    change: jsonb("change").$type<Record<string, unknown>>().notNull(),
    at: instant("at").notNull(),
    /** Goes into the seal's digest of `change` and is taken away with erased words, so that nobody can guess them back. */
    salt: text("salt").default(sql`gen_random_uuid()::text`),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index("audit_entries_at").on(t.tenantId, t.at)],
);

/** The chain over a tenant's audit entries: each seal holds the hash of the last. Written by a trigger at commit, never by us. */
export const auditSeals = pgTable(
  "audit_seals",
  {
    tenantId: tenantId(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    entryId: text("entry_id").notNull(),
    changeDigest: text("change_digest").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.seq] }), uniqueIndex("audit_seals_entry").on(t.tenantId, t.entryId)],
);
