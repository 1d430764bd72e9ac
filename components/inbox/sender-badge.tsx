import { ShieldAlert, ShieldCheck, ShieldQuestion } from "lucide-react";
import type { Authenticity, Proof } from "#domain/inbound/authenticity.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Tooltip } from "../ui/tooltip.tsx";

const words: Record<Authenticity, { label: string; tone: Tone; means: string }> = {
  proven: { label: "Sender proven", tone: "good", means: "The sender's domain vouches for this mail." },
  not_proven: { label: "Sender not proven", tone: "neutral", means: "Nothing proves who sent this mail." },
  failed: {
    label: "Sender not genuine",
    tone: "bad",
    means: "This mail is not from whom it says, or was changed on its way.",
  },
  not_known: { label: "Sender not checked", tone: "neutral", means: "Who sent this mail could not be asked." },
};
const icons = { proven: ShieldCheck, not_proven: ShieldQuestion, failed: ShieldAlert };

const names: Record<Proof["by"], string> = { dkim: "DKIM", spf: "SPF", dmarc: "DMARC" };
const results: Record<Proof["result"], string> = {
  pass: "holds",
  fail: "does not hold",
  none: "says nothing",
  error: "could not be asked",
};

/** Whether a mail is from whom it says; the words of what said so on hover, on focus and for screen readers. */
export function SenderBadge({ authenticity, proofs }: { authenticity: Authenticity; proofs: Proof[] }) {
  if (authenticity === "not_known") return null;
  const { label, tone, means } = words[authenticity];
  const Icon = icons[authenticity];
  const said = [means, ...proofs.map(proofWords)].join(" ");
  return (
    <Tooltip text={said}>
      <button type="button" className="inline-flex rounded-full">
        <Badge tone={tone}>
          <Icon aria-hidden />
          {label}
          <span className="sr-only">. {said}</span>
        </Badge>
      </button>
    </Tooltip>
  );
}

const proofWords = ({ by, domain, result, aligned }: Proof) =>
  `${names[by]} of ${domain} ${results[result]}${aligned ? "" : ", but is another domain's"}.`;

/** What follows from it where a machine would otherwise have done as the mail says. */
export function SenderNotice({ authenticity }: { authenticity: Authenticity }) {
  if (authenticity !== "failed") return null;
  return (
    <p className="rounded-md bg-bad-soft px-3 py-2 text-bad text-sm">
      {words.failed.means} By its word alone nobody is unsubscribed, and no answer is proposed. Check with the person
      before you act on it.
    </p>
  );
}
