import { type CheckName, type Finding, finding, type Mail, type Severity } from "./finding.ts";

/** About how many letters of a subject are seen before it is cut, measured by width for Latin letters. */
export const subjectRoom = [
  { where: "Phone (Gmail, Apple Mail)", letters: 38 },
  { where: "Outlook, narrow list", letters: 51 },
  { where: "Desktop (Gmail, Apple Mail)", letters: 70 },
] as const;

/** Letters as people count them: an emoji or an accented letter is one. Wide letters take the room of two. */
export function roomOf(text: string): number {
  let room = 0;
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
    room += /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u.test(
      segment,
    )
      ? 2
      : 1;
  }
  return room;
}

export function checkSubjectLine(mail: Mail): Finding[] {
  return [...subjectFaults(mail.subject), ...preheaderFaults(mail)];
}

function subjectFaults(subject: string): Finding[] {
  const place = { excerpt: subject };
  if (subject.trim() === "") {
    return [
      finding(["subject_empty", "error"], ["The subject is empty.", "Say in a few words what the message is about."]),
    ];
  }
  const found: Finding[] = [];
  const room = roomOf(subject);
  if (/[\p{Cc}\u2028\u2029]/u.test(subject)) {
    found.push(
      finding(
        ["subject_control", "error"],
        ["The subject has a line break or a control character.", "Write it on one line."],
        place,
      ),
    );
  }
  if (room > 70) {
    found.push(
      finding(
        ["subject_long", "warning"],
        [
          `The subject takes the room of ${room} letters: even desktops cut it after about 70.`,
          "Put what matters first and shorten the rest.",
        ],
        place,
      ),
    );
  } else if (room > 38) {
    found.push(
      finding(
        ["subject_phone", "note"],
        [`Phones show about 38 of its ${room} letters.`, "Put what matters first."],
        place,
      ),
    );
  }
  return [...found, ...directionFaults(subject), ...emojiFaults(subject)];
}

/** Letters of both directions in one line come out in an order that programs disagree on, unless they are held apart. */
function directionFaults(subject: string): Finding[] {
  const place = { excerpt: subject };
  if (/[\u202A-\u202E]/.test(subject)) {
    return [
      finding(
        ["subject_direction", "error"],
        [
          "The subject turns the direction of writing by a hidden character.",
          "Take it out: mail programs and filters distrust it.",
        ],
        place,
      ),
    ];
  }
  const mixed = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(subject) && /\p{Script=Latin}/u.test(subject);
  return mixed && !/[\u2066-\u2069]/.test(subject)
    ? [
        finding(
          ["subject_direction", "note"],
          [
            "The subject mixes letters that run left and right.",
            "Look at it on a phone: names of products may jump to the other end.",
          ],
          place,
        ),
      ]
    : [];
}

function emojiFaults(subject: string): Finding[] {
  const emoji = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(subject)].filter(
    ({ segment }) => /\p{Extended_Pictographic}/u.test(segment) && !/^[©®™]$/u.test(segment),
  );
  if (emoji.length === 0) return [];
  const many = emoji.length > 2;
  return [
    finding(
      ["subject_emoji", many ? "warning" : "note"],
      [
        many ? `The subject has ${emoji.length} emoji.` : "The subject has an emoji.",
        "Older Outlook draws it in black and white or as a box, and screen readers read out its name.",
      ],
      { excerpt: subject },
    ),
  ];
}

function preheaderFaults({ subject, preheader }: Mail): Finding[] {
  const note = (check: CheckName, severity: Severity, words: [string, string]) => [
    finding([check, severity], words, { excerpt: preheader }),
  ];
  if (preheader.trim() === "") {
    const instead = "Programs show the first words of the message instead: often the shop's name or a link.";
    return note("preheader_empty", "warning", ["There is no preheader.", instead]);
  }
  if (bare(preheader) === bare(subject)) {
    return note("preheader_same", "warning", [
      "The preheader says the subject again.",
      "Say what the subject leaves open.",
    ]);
  }
  const room = roomOf(preheader);
  const has = `The preheader has ${room} letters.`;
  if (room < 25) return note("preheader_short", "note", [has, "There is room for 40 to 100."]);
  return room > 140 ? note("preheader_long", "note", [has, "Programs cut it after about 100 to 140."]) : [];
}

/** A text by its letters and numbers alone. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
