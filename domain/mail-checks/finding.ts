export const checkGroups = ["size", "links", "pictures", "contrast", "subject", "words", "text", "programs"] as const;
export type CheckGroup = (typeof checkGroups)[number];

/** Every rule by its name, under the group it is shown in. */
export const checkGroupOf = {
  size_clipped: "size",
  size_near_clip: "size",
  link_without_target: "links",
  link_insecure: "links",
  link_relative: "links",
  link_script: "links",
  link_empty: "links",
  link_mismatch: "links",
  link_shortened: "links",
  link_foreign_host: "links",
  link_private_host: "links",
  link_dead: "links",
  link_redirects: "links",
  mailto_odd: "links",
  unsubscribe_missing: "links",
  alt_missing: "pictures",
  alt_file_name: "pictures",
  picture_insecure: "pictures",
  picture_inline: "pictures",
  picture_relative: "pictures",
  picture_unsized: "pictures",
  picture_heavy: "pictures",
  contrast_low: "contrast",
  dark_unstyled: "contrast",
  subject_empty: "subject",
  subject_long: "subject",
  subject_phone: "subject",
  subject_direction: "subject",
  subject_control: "subject",
  subject_emoji: "subject",
  preheader_empty: "subject",
  preheader_short: "subject",
  preheader_long: "subject",
  preheader_same: "subject",
  slot_left: "text",
  value_broken: "text",
  text_missing: "text",
  text_without_link: "text",
  address_missing: "text",
  script_inside: "programs",
  spam_signal: "words",
} as const satisfies Record<string, CheckGroup>;
export type CheckName = keyof typeof checkGroupOf;

/** `error`: mend it before anything leaves; `warning`: some readers are hurt; `note`: good to know. */
export type Severity = "error" | "warning" | "note";

/** Characters of the HTML, from the first to the one after the last. */
export type Span = { from: number; to: number };

/** What a rule found: in one sentence, what to do about it, and where. */
export type Finding = {
  check: CheckName;
  severity: Severity;
  says: string;
  advice: string;
  /** The piece of the message that it is about, shortened. */
  excerpt: string | null;
  at: Span | null;
  /** The editor's block around it: its nearest `data-block`. */
  block: string | null;
};

/** A message to check. `html` is the part as it leaves; `unsubscribeUrl` and `hosts` are known for real messages only. */
export type Mail = {
  html: string;
  text: string;
  subject: string;
  preheader: string;
  /** Hosts that links may lead to without remark: the shop's, this installation's. */
  hosts?: string[];
  postalAddress?: string | null;
};

export type Place = { excerpt?: string | null; at?: Span | null; block?: string | null };

export function finding(
  [check, severity]: [check: CheckName, severity: Severity],
  [says, advice]: [says: string, advice: string],
  place: Place = {},
): Finding {
  const { excerpt = null, at = null, block = null } = place;
  return { check, severity, says, advice, excerpt: excerpt === null ? null : shortened(excerpt), at, block };
}

const mostExcerpt = 160;

export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = [...line.slice(0, mostExcerpt * 2)];
  return letters.length > mostExcerpt ? `${letters.slice(0, mostExcerpt).join("")}…` : line;
}
