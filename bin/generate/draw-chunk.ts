import { chance, draw, intArray } from "./chance.ts";
import {
  countries,
  devices,
  hours,
  modeTickets,
  productCount,
  segmentTickets,
  sequenceSteps,
  writerTickets,
} from "./setting.ts";

export type Scale = { enrollments: number; contacts: number; start: string; now: string; seed: number };

/** Of those whom no message brought back, so many order by themselves: an order for every ten messages. */
const organicShare = 0.13;

const most = 4;
/** A list per sequence as one array: element `sequence * 4 + position`. */
export const perStep = <T>(pick: (sequence: number, position: number) => T, none: T): T[] =>
  sequenceSteps.flatMap((steps, sequence) =>
    Array.from({ length: most }, (_, position) => (position < steps.length ? pick(sequence, position) : none)),
  );
const stepOf = (sequence: number, position: number) => sequenceSteps[sequence]?.[position];

const delays = perStep((sequence, position) => stepOf(sequence, position)?.delayMinutes ?? 0, 0);
export const percents = perStep((sequence, position) => stepOf(sequence, position)?.percent ?? 0, 0);
// What brings people back: the offer, and being early.
const pull = perStep((sequence, position) => 4 + (stepOf(sequence, position)?.percent ?? 0) / 4 - position * 0.5, 0);

/**
 * Draws the enrollments of one chunk and their messages into temporary tables. Days grow over the year with a weekly swing,
 * hours follow the tickets; three messages in a hundred are clicked and bought from, four of a hundred bounce or the like.
 */
export function drawChunk({ enrollments, contacts, start, now, seed }: Scale, from: number, to: number): string[] {
  const r = (salt: number) => chance("i", seed + salt);
  const d = (salt: number, count: number) => draw("i", seed + salt, count);
  const x = `(365 * power(i / ${enrollments}.0::float8, 0.85))`;
  const day = `floor(${x} + 0.55 * sin(2 * pi() * ${x} / 7))`;
  return [
    "drop table if exists generated_carts, generated_enrollments, generated_messages",
    `create temp table generated_carts as
      select drawn.*, lpad(to_hex(i), 8, '0') as hex, least(started, ${`'${now}'`}::timestamptz) as begun,
        ${draw("c", seed + 101, countries.length)} as country, ${draw("c", seed + 102, devices.length)} as device,
        ${draw("c", seed + 103, segmentTickets.length)} as segment,
        case when ${chance("c", seed + 104)} < 0.1 then 0 when ${chance("c", seed + 104)} < 0.55 then 1 else 2 end as arm
      from (
        select i, 1 + (hashint8extended(i, ${seed + 1}) & 2147483647) % ${contacts} as c,
          '${start}'::timestamptz + make_interval(days => greatest(0, ${day})::int, hours => (${intArray(hours)})[1 + ${d(2, hours.length)}],
            secs => ${r(3)} * 3600) as started,
          ${d(4, sequenceSteps.length)} as sequence, 1500 + (38000 * power(${r(5)}, 2.5))::bigint as total,
          ${r(6)} as luck, ${r(7)} as patience, 1 + ${d(8, 3)} as products,
          floor(${productCount} * power(${r(9)}, 2))::int as first, floor(${productCount} * power(${r(10)}, 2))::int as second,
          floor(${productCount} * power(${r(11)}, 2))::int as third, ${r(12)} as returned
        from generate_series(${from}, ${to}) as i) drawn`,
    `create temp table generated_messages as
      with steps as (
        select g.*, p, (${intArray(delays)})[1 + sequence * ${most} + p] as delay,
          ${chance("i * 4 + p", seed + 20)} as seen, ${chance("i * 4 + p", seed + 21)} as bought,
          (array[${pull.join(",")}]::float8[])[1 + sequence * ${most} + p] as pull
        from generated_carts g cross join generate_series(0, ${most - 1}) as p
        where arm > 0 and (${intArray(delays)})[1 + sequence * ${most} + p] > 0 and (p = 0 or patience > 0.22 * p)
      ), bought as (
        select *, bought * 100 < pull * (case arm when 2 then 1.15 else 1 end) * (case segment when 8 then 1.6 else 1 end) as buys from steps
      ), first as (select i, min(p) filter (where buys) as buys_at from bought group by i)
      select b.*, f.buys_at, begun + make_interval(mins => delay, secs => ${chance("b.i * 4 + p", seed + 22)} * 600) as sent_at,
        (seen < 0.97) as delivered, seen >= 0.985 as bounced, seen < 0.38 or b.p = f.buys_at as opened,
        seen < 0.09 or b.p = f.buys_at as clicked, ${chance("b.i * 4 + p", seed + 23)} < 0.05 as machine,
        ${chance("b.i * 4 + p", seed + 24)} < 0.0008 as complained, ${chance("b.i * 4 + p", seed + 24)} > 0.997 as unsubscribed,
        ${draw("b.i * 4 + p", seed + 25, writerTickets.length)} as writer, ${draw("b.i * 4 + p", seed + 26, modeTickets.length)} as mode,
        ${draw("b.i * 4 + p", seed + 27, 4)} as subject, 300 + ${draw("b.i * 4 + p", seed + 28, 1_500)} as cost
      from bought b join first f on f.i = b.i where f.buys_at is null or p <= f.buys_at`,
    `delete from generated_messages where sent_at > '${now}'::timestamptz`,
    "update generated_messages set delivered = delivered or clicked, bounced = bounced and not clicked where clicked",
    "analyze generated_messages",
    `create temp table generated_enrollments as
      select g.*, m.p as bought_at, coalesce(m.p is not null or g.luck < ${organicShare}, false) as ordered,
        least('${now}'::timestamptz, coalesce(m.sent_at, g.begun) + make_interval(mins => 10 + (power(g.returned, 3) * 2800)::int)) as ordered_at
      from generated_carts g left join generated_messages m on m.i = g.i and m.p = m.buys_at`,
  ];
}
