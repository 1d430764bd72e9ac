import { Bot, Paperclip } from "lucide-react";
import type { ReactNode } from "react";
import type { InboundFileRow, ThreadEntry } from "#domain/inbox-rows.ts";
import { stateLabels, stateTones } from "../letter/labels.ts";
import { Address } from "../ui/address.tsx";
import { Badge } from "../ui/badge.tsx";
import { cn } from "../ui/cn.ts";
import { Time } from "../ui/time.tsx";
import { fileRefusalLabels, intentLabels, intentTones, markLabels, outcomeLabels, stopText } from "./labels.ts";
import { SenderBadge, SenderNotice } from "./sender-badge.tsx";

type Of<Kind extends ThreadEntry["kind"]> = Extract<ThreadEntry, { kind: Kind }>;
type Props = { entries: ThreadEntry[]; zone: string; fileHref: (mailId: string, position: number) => string };

/** What was said, oldest first: our message, their mails, our letters. Strangers' words are shown as text only. */
export function Thread({ entries, zone, fileHref }: Props) {
  return (
    <ol aria-label="Thread" className="grid gap-3">
      {entries.map((entry) => (
        <li key={entry.id} className={cn("min-w-0", entry.kind !== "mail" && "sm:ml-8")}>
          {entry.kind === "mail" ? (
            <Mail mail={entry} zone={zone} fileHref={fileHref} />
          ) : entry.kind === "letter" ? (
            <Letter letter={entry} zone={zone} />
          ) : (
            <Message message={entry} zone={zone} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Card({ ours, head, children }: { ours: boolean; head: ReactNode; children: ReactNode }) {
  return (
    <article className={cn("min-w-0 rounded-lg border shadow-panel", ours ? "bg-sunken" : "bg-surface")}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2 text-sm">{head}</header>
      <div className="grid gap-3 px-4 py-3">{children}</div>
    </article>
  );
}

const Words = ({ children }: { children: string }) => (
  <p className="wrap-anywhere whitespace-pre-wrap text-ink text-sm leading-6" dir="auto">
    {children}
  </p>
);

function Mail({ mail, zone, fileHref }: { mail: Of<"mail">; zone: string; fileHref: Props["fileHref"] }) {
  const { from, intent, isAutomatic, text, quoted, files, marks, proposal } = mail;
  return (
    <Card
      ours={false}
      head={
        <>
          <span className="min-w-0 font-medium">
            {from.name ?? (from.address ? <Address value={from.address} /> : "Erased")}
          </span>
          {from.name && from.address ? (
            <span className="min-w-0 text-ink-faint text-xs">
              <Address value={from.address} />
            </span>
          ) : null}
          {intent ? <Badge tone={intentTones[intent]}>{intentLabels[intent]}</Badge> : null}
          <SenderBadge authenticity={mail.authenticity} proofs={mail.proofs} />
          {isAutomatic ? (
            <Badge>
              <Bot aria-hidden />
              Automatic
            </Badge>
          ) : null}
          <Time at={mail.at} zone={zone} className="ml-auto text-ink-faint text-xs" />
        </>
      }
    >
      <SenderNotice authenticity={mail.authenticity} />
      <Words>{text || "There are no words in it."}</Words>
      {quoted ? (
        <details>
          <summary className="w-fit cursor-pointer text-ink-soft text-xs">Quoted text</summary>
          <div className="mt-2 border-l-2 pl-3 text-ink-soft">
            <Words>{quoted}</Words>
          </div>
        </details>
      ) : null}
      {files.length > 0 ? <Files files={files} hrefOf={(position) => fileHref(mail.id, position)} /> : null}
      {marks.length > 0 ? (
        <p className="text-ink-faint text-xs">{marks.map((mark) => markLabels[mark]).join(". ")}.</p>
      ) : null}
      {proposal && proposal !== "proposed" ? (
        <p className="text-ink-faint text-xs">{outcomeLabels[proposal]}.</p>
      ) : null}
    </Card>
  );
}

function Files({ files, hrefOf }: { files: InboundFileRow[]; hrefOf: (position: number) => string }) {
  return (
    <ul aria-label="Files" className="grid gap-1 text-sm">
      {files.map(({ position, filename, contentType, byteCount, refusedBecause }) => (
        <li key={position} className="flex min-w-0 flex-wrap items-center gap-x-2">
          <Paperclip aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
          {refusedBecause ? (
            <span className="wrap-anywhere min-w-0">{filename}</span>
          ) : (
            <a
              href={hrefOf(position)}
              download
              className="wrap-anywhere min-w-0 text-accent underline underline-offset-2"
            >
              {filename}
            </a>
          )}
          <span className="text-ink-faint text-xs">
            {contentType}, {kilobytes(byteCount)}
            {refusedBecause ? `, ${fileRefusalLabels[refusedBecause]}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}

const kilobytes = (count: number) => `${Math.max(1, Math.round(count / 1024)).toLocaleString("en")} KiB`;

function Letter({ letter, zone }: { letter: Of<"letter">; zone: string }) {
  const { madeBy, status, reason, text } = letter;
  return (
    <Card
      ours
      head={
        <>
          <span className="font-medium">{madeBy.kind === "writer" ? "The writer" : (madeBy.name ?? madeBy.id)}</span>
          <Badge tone={stateTones[status]}>{stateLabels[status]}</Badge>
          {stopText(reason) ? <span className="text-ink-faint text-xs">{stopText(reason)}</span> : null}
          <Time at={letter.at} zone={zone} className="ml-auto text-ink-faint text-xs" />
        </>
      }
    >
      <Words>{text ?? "Erased"}</Words>
    </Card>
  );
}

function Message({ message, zone }: { message: Of<"message">; zone: string }) {
  return (
    <Card
      ours
      head={
        <>
          <span className="font-medium">Recovery message</span>
          <span className="wrap-anywhere min-w-0 text-ink-soft">{message.subject}</span>
          <Time at={message.at} zone={zone} className="ml-auto text-ink-faint text-xs" />
        </>
      }
    >
      <details>
        <summary className="w-fit cursor-pointer text-ink-soft text-xs">What it said</summary>
        <div className="mt-2">
          <Words>{message.text || "Erased"}</Words>
        </div>
      </details>
    </Card>
  );
}
