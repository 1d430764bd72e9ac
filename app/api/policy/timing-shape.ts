import { z } from "zod";
import { channels, weekdays } from "#domain/sequence-graph.ts";

export const whole = (unit: string, least: number, most: number) =>
  z.int(`Give a whole number of ${unit}`).min(least, `At least ${least} ${unit}`).max(most, `At most ${most} ${unit}`);

const minute = (least: number, most: number) =>
  whole("minutes", least, most).multipleOf(15, "Give a quarter of an hour");

/** Minutes of the day; where the end lies before the begin, it lies on the next day. */
const daySpan = z
  .strictObject({ from: minute(0, 1_425), to: minute(0, 1_440) })
  .refine(({ from, to }) => from !== to, { message: "The window has no hours in it", path: ["to"] });

const sendRules = z.strictObject({ days: z.record(z.enum(weekdays), daySpan.nullable()), quiet: daySpan.nullable() });

const caps = z
  .array(z.strictObject({ messages: whole("messages", 1, 50), hours: whole("hours", 1, 720) }))
  .max(5, "At most five limits")
  .refine((list) => new Set(list.map((cap) => cap.hours)).size === list.length, "Give each span of hours once");

/** When messages may leave, and how many: the timing of a policy. */
export const timingShape = {
  sendRules: z.record(z.enum(channels), sendRules.nullable()),
  frequencyCaps: caps,
  backOnSite: z.strictObject({ quietMinutes: whole("minutes", 5, 1_440), mostHours: whole("hours", 1, 72) }).nullable(),
  bestHour: z.boolean(),
};
