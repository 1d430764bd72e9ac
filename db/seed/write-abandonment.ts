import { chooseArm } from "#domain/enrollment.ts";
import type { Arm } from "#domain/experiment.ts";
import { addressHash } from "../suppressions.ts";
import type { Person, Visit } from "./crowd.ts";
import { type Story, tellStory } from "./story.ts";
import { writeCart, writeContact } from "./write-cart.ts";
import { writeExposure } from "./write-exposure.ts";
import { writeMails } from "./write-mails.ts";
import { writeOrder } from "./write-order.ts";
import type { CartRow, Writing } from "./writing.ts";

/** A cart that was left with an address in it: enrolled, written to, and perhaps won back. */
export function writeAbandonment(writing: Writing, visit: Visit, person: Person): void {
  const { steps, reviewMinutes, now, experimentId, arms } = writing.facts;
  const contactId = writeContact(writing, person, visit.at);
  const arm = chooseArm(experimentId, person.address, arms);
  if (!arm) throw new Error("the experiment has no arms");
  const { subject } = visit;
  const story = tellStory({ subject, leftAt: visit.at, arm, steps, now, reviewMinutes });
  if (story.enrolledAt > now) {
    writeCart(writing, visit, contactId, {});
    return;
  }
  const { abandonedAt, emptiedAt, order } = story;
  const cart = writeCart(writing, visit, contactId, { abandonedAt, deletedAt: emptiedAt, orderedAt: order?.at });
  const enrollmentId = writeEnrollment(writing, { story, cart, contactId, arm });
  const mailing = { story, cart, person, contactId, enrollmentId, subject };
  const { touchpoints, lastClicked } = writeMails(writing, mailing);
  writeSuppression(writing, story, person);
  if (order) writeOrder(writing, { cart, contactId, orderedAt: order.at, incentive: lastClicked, touchpoints });
}

function writeEnrollment(
  writing: Writing,
  { story, cart, contactId, arm }: { story: Story; cart: CartRow; contactId: string; arm: Arm },
): string {
  const { facts, rows, newId, assigned } = writing;
  const { tenantId, sequenceId, versionId, experimentId } = facts;
  const { enrolledAt, abandonedAt, closed } = story;
  const id = newId("enrollment", enrolledAt);
  rows.enrollments.push({
    ...{ tenantId, id, sequenceId, versionId, experimentId, contactId, abandonedAt },
    triggerKind: "cart_abandoned",
    triggerId: cart.id,
    cartId: cart.id,
    arm: arm.name,
    armKind: arm.kind,
    cartTotal: cart.total,
    currency: cart.currency,
    startedAt: enrolledAt,
    nextDueAt: closed ? null : story.nextDueAt,
    closedAt: closed?.at,
    closeReason: closed?.reason,
  });
  const entered = { story, enrollmentId: id, contactId, arm: arm.name, held: arm.kind === "holdout" };
  const askAgainAt = writeExposure(writing, entered);
  const drawnArm = { tenantId, enrollmentId: id, experimentId, arm: arm.name, kind: arm.kind };
  rows.enrollmentArms.push({ ...drawnArm, at: enrolledAt, askAgainAt });
  if (!assigned.has(contactId)) {
    assigned.add(contactId);
    const drawn = { arm: arm.name, at: enrolledAt, weightsNumber: 0, probability: arm.share / 100 };
    rows.assignments.push({ tenantId, experimentId, contactId, ...drawn, spentBefore: 0 });
  }
  return id;
}

function writeSuppression({ facts, rows, silent }: Writing, story: Story, { address }: Person): void {
  const ended = story.mails.find((mail) => mail.ended)?.ended;
  if (!ended) return;
  silent.add(address);
  rows.suppressions.push({
    tenantId: facts.tenantId,
    channel: "email",
    addressHash: addressHash(address),
    address,
    messageId: rows.messages.at(-1)?.id,
    ...ended,
  });
}
