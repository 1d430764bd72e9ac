import { intArray, quoted, textArray } from "./chance.ts";
import { perStep } from "./draw-chunk.ts";
import { countries, type GeneratedStep, sequenceSteps, subjectsOf, writerTickets } from "./setting.ts";

/** Seconds from a message to its click. */
export const clickedAfter = "300 + (seen * 20000)::int";

export type Whose = { tenantId: string; tag: string; now: string; timeZone: string };
/** A tenant's names and the texts of its tickets as SQL over the temporary tables of a chunk. */
export type Spelling = ReturnType<typeof spellingOf>;

export const pick = (array: string, index: string) => `(${array})[1 + ${index}]`;
export const place = "sequence * 4 + p";
export const currency = pick(textArray(countries.map((one) => one.currency)), "country");
export const language = pick(textArray(countries.map((one) => one.language)), "country");
export const writer = pick(textArray(writerTickets), "writer");
export const isModel = `${writer} = 'language_model'`;
export const allSubjects = countries.flatMap((one) => subjectsOf(one.language));
export const subjectPlace = "country * 16 + p * 4 + subject";
export const subject = pick(textArray(allSubjects), subjectPlace);

export const stepTexts = (of: (step: GeneratedStep) => string, none: string) =>
  perStep((sequence, position) => {
    const step = sequenceSteps[sequence]?.[position];
    return step ? of(step) : none;
  }, none);

export function spellingOf({ tenantId, tag, now, timeZone }: Whose) {
  const id = (prefix: string, of: string) => `'${prefix}_g${tag}' || ${of}`;
  const shops = intArray(countries.map((one) => ["EUR", "PLN", "GBP"].indexOf(one.currency)));
  const incentives = stepTexts((step) => (step.kind === "none" ? "" : `inc_g${tag}${step.kind}${step.percent}`), "");
  return {
    ...{ id, tag, now: `'${now}'::timestamptz`, tenant: quoted(tenantId) },
    ...{ cart: id("cart", "hex"), enrollment: id("enr", "hex"), order: id("ord", "hex") },
    ...{ message: id("msg", "hex || p"), decision: id("dec", "hex || p"), draft: id("drf", "hex || p") },
    contact: id("con", "lpad(to_hex(c), 8, '0')"),
    shop: `'shop_g${tag}' || ${pick(shops, "country")}`,
    version: `'ver_g${tag}' || sequence || case when i % 3 = 0 then 1 else 2 end`,
    local: (at: string) => `((${at}) at time zone ${quoted(timeZone)})`,
    incentive: `nullif(${pick(textArray(incentives), place)}, '')`,
  };
}
