export const authenticities = ["proven", "not_proven", "failed", "not_known"] as const;
/**
 * Whether the domain that a mail says it is from vouches for it. `not_proven`: nothing speaks for it, and its domain does not
 * ask that such mail be refused. `failed`: something speaks against it. `not_known`: it could not be asked.
 */
export type Authenticity = (typeof authenticities)[number];

export const proofKinds = ["dkim", "spf", "dmarc"] as const;
export const proofResults = ["pass", "fail", "none", "error"] as const;
export type ProofResult = (typeof proofResults)[number];

/** One thing that was asked about a mail, and what it said of which domain. */
export type Proof = {
  by: (typeof proofKinds)[number];
  result: ProofResult;
  domain: string;
  /** Whether it speaks for the domain of the sender's address. */
  aligned: boolean;
};

/** What was found out about a mail. `spf` is null where nobody knows which server brought it. */
export type SenderFacts = {
  domain: string;
  dkim: { domain: string; result: ProofResult }[];
  spf: { domain: string; result: ProofResult } | null;
  dmarc: { result: ProofResult; refuses: boolean };
  /** A mail has one From; whoever writes two means one of them to be overlooked. */
  hasSeveralSenders: boolean;
};

export type Verdict = { authenticity: Authenticity; proofs: Proof[] };

export const nothingAsked: Verdict = { authenticity: "not_known", proofs: [] };

/** Judges whether a mail is from whom it says, as DMARC does (RFC 9989), with the answers that it rests on. */
export function judgeSender(facts: SenderFacts): Verdict {
  const { domain, dkim, spf, dmarc } = facts;
  const proofs: Proof[] = [
    ...dkim.map((one) => ({ by: "dkim" as const, ...one, aligned: isAligned(one.domain, domain) })),
    ...(spf ? [{ by: "spf" as const, ...spf, aligned: isAligned(spf.domain, domain) }] : []),
    { by: "dmarc" as const, result: dmarc.result, domain, aligned: true },
  ];
  return { authenticity: verdictOf(facts, proofs), proofs };
}

function verdictOf({ hasSeveralSenders, spf, dmarc }: SenderFacts, proofs: Proof[]): Authenticity {
  if (hasSeveralSenders) return "failed";
  if (dmarc.result === "pass") return "proven";
  const speaking = proofs.filter(({ by, aligned }) => by !== "dmarc" && aligned);
  const some = (result: ProofResult) => speaking.some((one) => one.result === result);
  // Where the domain published rules of its own for what speaks for it, those were asked.
  if (some("pass") && dmarc.result !== "fail") return dmarc.result === "error" ? "not_known" : "proven";
  if (some("error") || dmarc.result === "error") return "not_known";
  if (speaking.some(({ by, result }) => by === "dkim" && result === "fail")) return "failed";
  if (dmarc.result === "fail" && dmarc.refuses) return spf === null ? "not_known" : "failed";
  return "not_proven";
}

/** Whether two domains are one house: one is the other, or lies below it. */
export function isAligned(signer: string, sender: string): boolean {
  const [one, other] = [signer, sender].map((name) => name.toLowerCase().replace(/\.$/, ""));
  if (!one || !other?.includes(".") || !one.includes(".")) return false;
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

/**
 * What a mail may bring about. What failed was forged, or changed on its way: it is read by people, and no machine does as it
 * says. Whom nothing speaks for is believed where that makes us quieter; words with somebody's cart in them wait for a person.
 */
export const trustIn = (authenticity: Authenticity) => ({
  believed: authenticity !== "failed",
  answeredAlone: authenticity === "proven" || authenticity === "not_known",
});
