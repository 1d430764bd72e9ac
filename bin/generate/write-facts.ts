import { delayBandOf, depthBandOf } from "#domain/explore/bands.ts";
import { quoted } from "./chance.ts";
import type { Codes } from "./codes.ts";
import {
  countries,
  devices,
  type GeneratedStep,
  modeTickets,
  productCount,
  segmentTickets,
  sequenceSteps,
  writerTickets,
} from "./setting.ts";
import {
  allSubjects,
  clickedAfter,
  currency,
  isModel,
  pick,
  place,
  type Spelling,
  stepTexts,
  subjectPlace,
  writer,
} from "./spelling.ts";

/** What the queueing of a message would have noted, and what the job would have found of it: generate.db.test.ts compares. */
export function writeFacts(spelling: Spelling, codes: Codes): string {
  const { tenant, message, enrollment, version, incentive, now, local } = spelling;
  const dayOf = (came: string, at: string) => `case when ${came} then ${local(at)}::date end`;
  const all = codesOf(spelling, codes);
  const hour = pick(codes("hour", numbered(24, 0)), `extract(hour from ${local("sent_at")})::int`);
  const weekday = pick(codes("weekday", numbered(7, 1)), `extract(isodow from ${local("sent_at")})::int - 1`);
  return `insert into message_facts (tenant_id, message_id, enrollment_id, currency, codes, products, version_id, position, incentive_id,
      sent_on, delivered_on, clicked_on, machine_clicked_on, bounced_on, complained_on, orders, revenue, discount, cost_micros, cost_currency)
    select ${tenant}, ${message}, ${enrollment}, ${currency}, array[${all.join(", ")}, ${hour}, ${weekday}],
      ${productCodes(codes)}, ${version}, p, coalesce(${incentive}, ''), ${local("sent_at")}::date,
      ${dayOf("delivered", "sent_at + interval '4 seconds'")},
      ${dayOf("clicked", `least(${now}, sent_at + make_interval(secs => ${clickedAfter}))`)},
      ${dayOf("machine", `least(${now}, sent_at + interval '3 seconds')`)},
      ${dayOf("bounced and not delivered", "sent_at + interval '6 seconds'")},
      ${dayOf("complained", "sent_at + interval '4000 seconds'")},
      (credit_i is not null)::int, coalesce(net, 0), coalesce(taken_off, 0),
      case when ${isModel} then cost else 0 end, case when ${isModel} then 'USD' end
    from generated_messages
    left join (select i as credit_i, bought_at, total - discount - refunded as net, discount as taken_off from generated_orders
      where bought_at is not null) credit on credit_i = i and bought_at = p`;
}

/** What stands for a message but the hour and the weekday, in the order of the dimensions. */
function codesOf({ tag }: Spelling, codes: Codes): string[] {
  const steps = (dimension: string, of: (step: GeneratedStep) => string) =>
    pick(codes(dimension, stepTexts(of, "none")), place);
  const member = `(${codes("subject", ["(written by a member)"])})[1]`;
  return [
    steps("incentive", (step) => step.kind),
    steps("depth", (step) => depthBandOf(step.percent)),
    steps("delay", (step) => delayBandOf(step.delayMinutes)),
    pick(codes("step", ["1", "2", "3", "4"]), "p"),
    pick(
      codes(
        "sequence",
        sequenceSteps.map((_, index) => `seq_g${tag}${index}`),
      ),
      "sequence",
    ),
    pick(codes("segment", segmentTickets), "segment"),
    pick(codes("device", devices), "device"),
    pick(
      codes(
        "country",
        countries.map((one) => one.country),
      ),
      "country",
    ),
    pick(
      codes(
        "language",
        countries.map((one) => one.language),
      ),
      "country",
    ),
    steps("template", (step) => step.template),
    pick(codes("mode", modeTickets), "mode"),
    pick(codes("writer", writerTickets), "writer"),
    pick(codes("arm", ["holdout", "A", "B"]), "arm"),
    `case when ${writer} = 'member' then ${member} else ${pick(codes("subject", allSubjects), subjectPlace)} end`,
  ];
}

/** Hours as the rollups write them begin at 00, weekdays at 1. */
const numbered = (count: number, first: number) =>
  Array.from({ length: count }, (_, n) => (first === 0 ? String(n).padStart(2, "0") : String(n + first)));

function productCodes(codes: Codes): string {
  const all = codes(
    "product",
    Array.from({ length: productCount }, (_, n) => `p${n}`),
  );
  const product = (name: string, most: number) => `case when products > ${most} then ${pick(all, name)} end`;
  const three = [product("first", 0), product("second", 1), product("third", 2)].join(", ");
  return `(select array_agg(distinct code order by code) from unnest(array[${three}]) as one(code) where code is not null)`;
}

/** Last, so that two chunks which know one contact wait for each other only briefly. */
export function writeUnsubscribes({ tag, tenant, message, local }: Spelling): string[] {
  return [
    `insert into suppressions (tenant_id, channel, address_hash, reason, message_id, at)
      select ${tenant}, 'email', md5(${quoted(tag)} || c), 'unsubscribed', ${message}, sent_at + interval '1 hour'
      from generated_messages where unsubscribed order by 3 on conflict do nothing`,
    `update message_facts f set unsubscribed_on = ${local("s.at")}::date
      from generated_messages cross join lateral (
        select at from suppressions where tenant_id = ${tenant} and channel = 'email' and address_hash = md5(${quoted(tag)} || c)
          and message_id = ${message}) s
      where unsubscribed and f.tenant_id = ${tenant} and f.message_id = ${message}`,
  ];
}
