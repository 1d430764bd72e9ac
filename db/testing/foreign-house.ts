import { newId } from "../ids.ts";
import type { Owned } from "./foreign-owned.ts";
import { tellRollups } from "./foreign-rollup-calls.ts";
import { tellLooseEnds } from "./foreign-rows.ts";
import { tellCart, tellTenant } from "./story.ts";

/** A tenant with a row in every table: a cart that was won back, one whose draft waits, and all that belongs to a house. */
export async function tellHouse(name: string, now: Date): Promise<Owned> {
  const tenantId = await tellTenant(name, now);
  const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
  const total = 70_000 + name.length;
  const told = { at: now, tenant: name, total };
  const order = { at: hours(5), total, credited: true };
  await tellCart({ ...told, key: `${name}1`, sentAt: hours(2), clickedAt: hours(3), order });
  await tellCart({ ...told, key: `${name}2`, held: "gated" });
  const owned = {
    ...endsOf(name, now),
    tenantId,
    shop: `shop_${name}`,
    sequence: `seq_${name}`,
    version: `ver_${name}`,
    contact: `con_${name}1`,
    address: `${name}1@example.com`,
    cart: `cart_${name}1`,
    order: `ord_${name}1`,
    enrollment: `enr_${name}1`,
    openEnrollment: `enr_${name}2`,
    decision: `dec_${name}1`,
    draft: `drf_${name}1`,
    heldDraft: `drf_${name}2`,
    message: `msg_${name}1`,
    sending: newId("message", now),
  };
  const rows = await tellLooseEnds(owned, name, now);
  await tellRollups(tenantId, name, now);
  return { ...owned, ...rows };
}

function endsOf(name: string, now: Date) {
  return {
    idleSequence: `idle_${name}`,
    idleVersion: `idle_ver_${name}`,
    experiment: `exp_${name}`,
    incentive: `inc_${name}`,
    segment: `seg_${name}`,
    identity: `customer-${name}`,
    token: `token-${name}`,
    provider: `provider-${name}`,
    webhook: newId("webhookEvent", now),
    failed: newId("webhookEvent", now),
    compliance: newId("compliance", now),
    member: newId("member", now),
    key: newId("key", now),
    systemMail: newId("systemMail", now),
  };
}
