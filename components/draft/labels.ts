import type { FallbackReason, FindingCode, Words, WriterName } from "#domain/draft.ts";
import type { HoldReason } from "#domain/draft-life.ts";
import type { BulkRefusal, QueueTab } from "#domain/draft-queue.ts";
import type { Verdict } from "#domain/review.ts";
import type { Tone } from "../ui/badge.tsx";

export const tabLabels: Record<QueueTab, string> = {
  waiting: "Waiting",
  held: "Held",
  sent: "Sent",
  decided: "Decided",
};

export const verdictLabels: Record<Verdict, string> = {
  approved: "Approved",
  edited: "Edited and approved",
  rejected: "Rejected",
  expired: "Nobody reviewed it in time",
};

export const verdictTones: Record<Verdict, Tone> = {
  approved: "good",
  edited: "good",
  rejected: "bad",
  expired: "warn",
};

export const heldLabels: Record<HoldReason, string> = {
  gated: "Every draft is approved by a person",
  finding: "The inspection flagged the words",
  first_of_version: "One of the first of a new version",
  incentive: "The incentive is above the limit",
  cart_value: "The cart is worth more than the limit",
  low_confidence: "The writer was unsure",
  vip: "The shopper is a VIP",
  new_language: "The first in this language for the step",
  sampled: "Drawn as a sample",
  demoted: "The step went back to gated by itself",
  expired_fallback: "Replaced because nobody reviewed it in time",
};

export const writerLabels: Record<WriterName, string> = {
  scripted: "Scripted writer",
  language_model: "Language model",
  member: "Written by a member",
};

export const fallbackLabels: Record<FallbackReason, string> = {
  timeout: "the language model took too long",
  rate_limited: "the language model was busy",
  provider_error: "the language model failed",
  provider_down: "the language model failed several times in a row and is given a rest",
  malformed_output: "the language model gave no usable answer",
  empty_answer: "the language model answered with nothing",
  cut_off: "the language model's answer broke off",
  too_long: "the language model's answer was far too long",
  tool_call: "the language model called a tool instead of writing",
  refused: "the language model refused",
  filtered: "the provider's content filter held the answer back",
  wrong_language: "the language model wrote in another language",
  inspection_failed: "its words did not pass the inspection",
  not_configured: "no language model is set up",
  budget_spent: "the month's tokens are spent",
};

export const findingLabels: Record<FindingCode, string> = {
  number: "A number that no fact holds",
  percentage: "A percentage that no fact holds",
  currency: "An amount of money in the words",
  link: "A link in the words",
  deadline: "A deadline that no fact holds",
  stock: "A claim about stock",
  code: "A discount code in the words",
  unknown_slot: "A slot that does not exist",
  slot_without_fact: "A slot without its fact",
  unknown_product: "A product that is not in the cart",
  incentive_claim: "An offer that is not made",
  guarantee: "A guarantee",
  spam_phrase: "Reads like spam",
  all_caps: "Capital letters throughout",
  reply_prefix: "Pretends to be a reply",
  too_long: "Too long",
  empty: "Empty",
  hidden_character: "A hidden character",
  leaked_instruction: "Speaks of its instructions",
  wrong_language: "Another language than the shopper's",
  review_claim: "A claim about reviews",
  health_claim: "A claim about health",
  history_claim: "A claim about what the shopper did before",
  unknown_name: "A name that is not the shopper's",
  avoided_word: "A word that the brand avoids",
  unproven_words: "Words that are not known to be harmless",
};

export const fieldLabels: Record<keyof Words, string> = {
  subject: "Subject",
  preheader: "Preheader",
  heading: "Heading",
  paragraphs: "Text",
  button: "Button",
  postscript: "Postscript",
};

/** The hold reasons in a word or two, for rows and filters. */
export const holdLabels: Record<HoldReason, string> = {
  gated: "Gated",
  finding: "Finding",
  first_of_version: "New version",
  incentive: "Large incentive",
  cart_value: "Large cart",
  low_confidence: "Unsure writer",
  vip: "VIP",
  new_language: "New language",
  sampled: "Sample",
  demoted: "Demoted step",
  expired_fallback: "Replaced words",
};

export const bulkRefusalLabels: Record<BulkRefusal, string> = {
  not_found: "Is no longer there",
  not_in_pattern: "Is not of this cluster",
  not_opened: "Has findings that you have not read",
  conflict: "Somebody else was first",
  forbidden: "Is not yours to approve",
  invalid: "Could not be approved",
};
