import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import type { LetterDetail } from "#domain/letter-rows.ts";
import { holdLabels } from "../draft/labels.ts";
import { MailSheet } from "../message/mail-sheet.tsx";
import { MessageFrame } from "../message/message-frame.tsx";
import { MessageText } from "../message/message-preview.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { TextLink } from "../ui/link.tsx";
import { Time } from "../ui/time.tsx";
import { actLabels, flagLabels, reasonText, stateLabels, stateTones } from "./labels.ts";

type Props = {
  letter: LetterDetail;
  zone: string;
  /** Null for whoever may not decide, or when there is nothing to decide. */
  verdict: { approve: (() => void) | null; reject: () => void; busy: boolean } | null;
  onBack: () => void;
};

/** One letter as its readers will have it, why it waits, and what was done with it. */
export function LetterReader({ letter, zone, verdict, onBack }: Props) {
  return (
    <MailSheet
      subject={letter.subject || "Erased"}
      state={<Badge tone={stateTones[letter.status]}>{stateLabels[letter.status]}</Badge>}
      about={
        <>
          {verdict ? <VerdictButtons {...verdict} /> : null}
          <WhyWaiting letter={letter} />
          <LetterFacts letter={letter} zone={zone} />
        </>
      }
      parts={{
        html: <MessageFrame html={letter.html} title={letter.subject} />,
        text: <MessageText text={letter.text} />,
      }}
      back="All letters"
      onBack={onBack}
    >
      <Acts letter={letter} zone={zone} />
    </MailSheet>
  );
}

function VerdictButtons({ approve, reject, busy }: NonNullable<Props["verdict"]>) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {approve ? (
        <Button variant="primary" onClick={approve} disabled={busy} aria-keyshortcuts="a">
          <Check aria-hidden />
          Approve
          <Key letter="a" />
        </Button>
      ) : (
        <p className="text-ink-soft text-sm">You wrote this letter: somebody else must approve it.</p>
      )}
      <Button onClick={reject} disabled={busy} aria-keyshortcuts="r">
        <X aria-hidden />
        Reject
        <Key letter="r" />
      </Button>
    </div>
  );
}

const Key = ({ letter }: { letter: string }) => (
  <span aria-hidden className="hidden opacity-80 lg:inline-flex">
    <Kbd>{letter}</Kbd>
  </span>
);

function WhyWaiting({ letter: { holds, flags } }: { letter: LetterDetail }) {
  if (holds.length + flags.length === 0) return null;
  return (
    <ul className="grid gap-1 rounded-md border bg-sunken px-3 py-2 text-sm" aria-label="Why a person looks at it">
      {flags.map((flag) => (
        <li key={flag}>{flagLabels[flag]}</li>
      ))}
      {holds
        .filter((hold) => hold !== "finding")
        .map((hold) => (
          <li key={hold}>{holdLabels[hold]}</li>
        ))}
    </ul>
  );
}

function LetterFacts({ letter, zone }: { letter: LetterDetail; zone: string }) {
  const facts: [string, ReactNode][] = [
    ["From", letter.from],
    ["To", letter.to.join(", ")],
    ["Cc", letter.cc.join(", ")],
    ["Bcc", letter.bcc.join(", ")],
    ["Replies to", letter.replyTo],
    ["Written by", makerText(letter.madeBy)],
    ["Leaves", letter.sendAt && !letter.sentAt ? <Time key="leaves" at={letter.sendAt} zone={zone} /> : null],
    ["Review due", letter.reviewDueAt ? <Time key="due" at={letter.reviewDueAt} zone={zone} /> : null],
    ["Sent", letter.sentAt ? <Time key="sent" at={letter.sentAt} zone={zone} /> : null],
    ["Files", letter.attachments.map(({ name, byteCount }) => `${name} (${kilobytes(byteCount)})`).join(", ")],
    [
      "Answers",
      letter.conversationId ? (
        <TextLink key="conversation" href={`/inbox?show=all&conversation=${letter.conversationId}`}>
          A mail in the inbox
        </TextLink>
      ) : null,
    ],
    ["Tags", letter.tags.join(", ")],
    ["Reason", letter.reason && reasonText(letter.reason)],
  ];
  return (
    <Facts>
      {facts.map(([name, fact]) =>
        fact ? (
          <Fact key={name} name={name}>
            {fact}
          </Fact>
        ) : null,
      )}
    </Facts>
  );
}

function makerText({ kind, id, name }: LetterDetail["madeBy"]): string {
  if (kind === "writer") return "The writer, in answer to a mail";
  return `${name ?? id}${kind === "key" ? " (API key)" : ""}`;
}

const kilobytes = (count: number) => `${Math.max(1, Math.round(count / 1024)).toLocaleString("en")} KiB`;

function Acts({ letter: { reviews }, zone }: { letter: LetterDetail; zone: string }) {
  if (reviews.length === 0) return null;
  return (
    <ol className="grid gap-1 text-ink-soft text-sm" aria-label="What was done with it">
      {reviews.map(({ act, by, viaKey, reason, at }) => (
        <li key={`${act} ${at}`}>
          <Time at={at} zone={zone} />: {act === "expired" ? "the policy" : by}
          {viaKey ? ", by an API key," : ""} {actLabels[act]}
          {reason ? `: ${reasonText(reason)}` : ""}
        </li>
      ))}
    </ol>
  );
}
