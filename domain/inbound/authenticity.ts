export const authenticities = ["proven", "not_proven", "failed", "not_known"] as const;
/** Whether the domain that a mail says it is from vouches for it. */
export type Authenticity = (typeof authenticities)[number];

export const proofKinds = ["dkim", "spf", "dmarc"] as const;
export const proofResults = ["pass", "fail", "none", "error"] as const;

/** One thing that was asked about a mail, and what it said of which domain. */
export type Proof = {
  by: (typeof proofKinds)[number];
  result: (typeof proofResults)[number];
  domain: string;
  /** Whether it speaks for the domain of the sender's address. */
  aligned: boolean;
};
