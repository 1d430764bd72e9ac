import { eq } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { defaultAttribution } from "#domain/attribution/policy.ts";
import { houseFonts } from "#domain/brand-font.ts";
import { houseColours } from "#domain/brand-look.ts";
import { defaultOversight } from "#domain/oversight.ts";
import { defaultTiming } from "#domain/timing/timing-policy.ts";
import { brands, policies, tenants } from "./schema/tenants.ts";
import type { Scope } from "./scope.ts";

export type Tenant = Omit<typeof tenants.$inferSelect, "tenantId">;
export type Policy = Omit<typeof policies.$inferSelect, "tenantId">;
export type Brand = Omit<typeof brands.$inferSelect, "tenantId">;

/** What a new tenant decides by until somebody changes it. */
export const defaultPolicy: Policy = {
  abandonmentMinutes: 60,
  consentRule: "not_withdrawn",
  expiryDays: 7,
  oversightMode: "monitored",
  reviewDeadlineMinutes: 720,
  deadlineAction: "scripted",
  ...defaultTiming,
  attributionDays: 5,
  attribution: defaultAttribution,
  loyaltyLine: true,
  marginPercent: null,
  reportingCurrency: null,
  alwaysReview: defaultOversight.alwaysReview,
  samplePercent: defaultOversight.samplePercent,
  secondApprover: defaultOversight.secondApprover,
  demotion: defaultOversight.demotion,
};

/** Makes the tenant that the scope names, with its policy and brand. */
export async function createTenant(
  scope: Scope,
  given: {
    name: string;
    currency: string;
    language: string;
    timeZone: string;
    now: Date;
    policy?: Partial<Policy>;
    brand?: Partial<Brand>;
  },
): Promise<void> {
  const { name, currency, language, timeZone, now } = given;
  const { tenantId } = scope;
  await scope.db
    .insert(tenants)
    .values({ tenantId, name, currency, language, timeZone, createdAt: now, pausedAt: null });
  await scope.db.insert(policies).values({ tenantId, ...defaultPolicy, ...given.policy });
  await scope.db.insert(brands).values({ tenantId, ...defaultBrand(name), ...given.brand });
}

/** Sender and postal address are the tenant's own to give; mail says who it is from without them, but less well. */
function defaultBrand(name: string): Brand {
  return {
    name,
    logoUrl: null,
    accent: "#1f6f5c",
    senderName: name,
    senderAddress: "",
    replyTo: null,
    postalAddress: "",
    tone: "friendly, brief, never pushy",
    avoidWords: [],
    useWords: [],
    examples: [],
    returnsPolicy: null,
    shippingPolicy: null,
    tellsAuthorship: false,
    logoAlt: null,
    logoWidth: null,
    logoHeight: null,
    colours: houseColours,
    fonts: houseFonts,
    socialLinks: [],
  };
}

export async function getTenant(scope: Scope): Promise<Tenant> {
  const [row] = await scope.db.select().from(tenants).where(eq(tenants.tenantId, scope.tenantId));
  if (!row) throw new AppError("not_found", "There is no such tenant");
  const { tenantId: _, ...tenant } = row;
  return tenant;
}

export async function getPolicy(scope: Scope): Promise<Policy> {
  const [row] = await scope.db.select().from(policies).where(eq(policies.tenantId, scope.tenantId));
  if (!row) throw new AppError("not_found", "There is no such tenant");
  const { tenantId: _, ...policy } = row;
  return policy;
}

/** The tenant, which nobody else changes until the transaction ends. */
export async function lockTenant(scope: Scope): Promise<Tenant> {
  await scope.db.select().from(tenants).where(eq(tenants.tenantId, scope.tenantId)).for("no key update");
  return getTenant(scope);
}

/** The policy, which nobody else changes until the transaction ends. */
export async function lockPolicy(scope: Scope): Promise<Policy> {
  await scope.db.select().from(policies).where(eq(policies.tenantId, scope.tenantId)).for("no key update");
  return getPolicy(scope);
}

export async function getBrand(scope: Scope): Promise<Brand> {
  const [row] = await scope.db.select().from(brands).where(eq(brands.tenantId, scope.tenantId));
  if (!row) throw new AppError("not_found", "There is no such tenant");
  const { tenantId: _, ...brand } = row;
  return brand;
}

/** Changes what is given and leaves the rest. */
export async function savePolicy(scope: Scope, change: Partial<Policy>): Promise<Policy> {
  if (Object.keys(change).length > 0)
    await scope.db.update(policies).set(change).where(eq(policies.tenantId, scope.tenantId));
  return getPolicy(scope);
}

export async function saveBrand(scope: Scope, change: Partial<Brand>): Promise<Brand> {
  if (Object.keys(change).length > 0)
    await scope.db.update(brands).set(change).where(eq(brands.tenantId, scope.tenantId));
  return getBrand(scope);
}

export async function saveTenant(
  scope: Scope,
  change: Partial<Pick<Tenant, "name" | "currency" | "language" | "timeZone" | "pausedAt">>,
): Promise<Tenant> {
  if (Object.keys(change).length > 0)
    await scope.db.update(tenants).set(change).where(eq(tenants.tenantId, scope.tenantId));
  return getTenant(scope);
}
