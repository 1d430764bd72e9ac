import type { MailDetail } from "#domain/rows.ts";
import { Badge } from "../ui/badge.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { TextLink } from "../ui/link.tsx";
import { Time } from "../ui/time.tsx";
import { kindLabels, statusLabels, statusTones } from "./labels.ts";
import { MailSheet } from "./mail-sheet.tsx";
import { MessageFrame } from "./message-frame.tsx";
import { MessageText } from "./message-preview.tsx";

type Props = { mail: MailDetail; zone: string; onBack: () => void };

/** One mail, as the receiver has it. */
export function MailReader({ mail, zone, onBack }: Props) {
  return (
    <MailSheet
      subject={mail.subject}
      state={<Badge tone={statusTones[mail.status]}>{statusLabels[mail.status]}</Badge>}
      about={<MailFacts mail={mail} zone={zone} />}
      parts={{
        html: mail.html ? (
          <MessageFrame html={mail.html} title={mail.subject} />
        ) : (
          <p className="p-6 text-center text-ink-soft text-sm">Rendered when it is about to leave.</p>
        ),
        text: <MessageText text={mail.text} />,
        headers: <Headers headers={mail.headers} />,
      }}
      back="All mail"
      onBack={onBack}
    />
  );
}

function MailFacts({ mail, zone }: Omit<Props, "onBack">) {
  return (
    <Facts>
      <Fact name="To">{mail.to}</Fact>
      {mail.from ? <Fact name="From">{mail.from}</Fact> : null}
      <Fact name={mail.status === "sent" ? "Sent" : "Made"}>
        <Time at={mail.at} zone={zone} />
      </Fact>
      <Fact name="Kind">
        {kindLabels[mail.kind]}
        {mail.cartId ? (
          <>
            , <TextLink href={`/carts/${mail.cartId}`}>to its cart</TextLink>
          </>
        ) : null}
      </Fact>
      {mail.reason ? <Fact name="Reason">{mail.reason}</Fact> : null}
    </Facts>
  );
}

function Headers({ headers }: { headers: Record<string, string> }) {
  const entries = Object.entries(headers);
  if (entries.length === 0) return <p className="p-6 text-center text-ink-soft text-sm">No headers of its own.</p>;
  return (
    <dl className="grid gap-2 p-4 font-mono text-xs">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt className="text-ink-faint">{name}</dt>
          <dd className="break-all text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
