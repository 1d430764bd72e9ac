import { delayBands, depthBands, segments } from "#domain/explore/bands.ts";
import type { Dimension, Measure } from "#domain/explore.ts";
import { incentiveKinds } from "#domain/incentive.ts";
import { oversightModes } from "#domain/sequence.ts";

const oneOf = (values: readonly string[]) => values.map((value) => `\`${value}\``).join(", ");

/** What a value of each dimension is, for those who read the reference. */
export const dimensionTexts: Record<Dimension, string> = {
  incentive: `Kind of the incentive in the message: ${oneOf(incentiveKinds)} or \`none\``,
  depth: `Percent off, in bands: ${oneOf(depthBands)}`,
  delay: `The step's wait, in bands: ${oneOf(delayBands)}`,
  step: "Place in the sequence, from `1`",
  sequence: "Id of the sequence; `names` has what it is called",
  segment: `What the contact was when it was written: ${oneOf(segments)}`,
  device: "What the cart was filled on, as far as the shop said, else `unknown`",
  country: "The contact's country in two letters, else `unknown`",
  language: "The message's language",
  template: "Name of a built-in template, or id of one of the tenant's",
  mode: `Oversight mode of the draft: ${oneOf(oversightModes)}`,
  writer: "Who wrote the words: a writer's name, or `member`",
  arm: "Arm of the sequence's own experiment that the contact was assigned to",
  subject: "The subject line as it was sent",
  hour: "Hour of sending in the tenant's time zone, `00` to `23`",
  weekday: "Weekday of sending in the tenant's time zone, `1` is Monday",
  product: "The shop's id of a product in the cart; a message has every product of its cart",
};

/** What is counted under each measure. */
export const measureTexts: Record<Measure, string> = {
  sent: "Messages handed over",
  delivered: "Messages that the provider reported as delivered",
  opened: "Messages that a person opened; shown only, no decision rests on it",
  clicked: "Messages that a person clicked in",
  machineClicked: "Messages that a machine clicked in, alone or beside a person",
  bounced: "Messages that came back",
  unsubscribed: "Messages whose reader ended mail by them",
  complained: "Messages reported as spam",
  orders: "Orders credited by last click",
  revenue: "Their sum, in minor units of the report's currency",
  discount: "What incentives took off of them, in minor units",
  costMicros: "What models cost, in millionths of the currency's unit",
};
