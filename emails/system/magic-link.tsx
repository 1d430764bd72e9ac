import { SystemFrame } from "./system-frame.tsx";

/** A member's one-time sign-in link; `minutes` is how long it works. */
export type MagicLinkProps = { url: string; email: string; minutes: number };

export const magicLinkSubject = "Sign in to Comeback";

export function magicLinkWords({ email, minutes }: MagicLinkProps) {
  return {
    paragraphs: [`Use this link to sign in as ${email}. It works once, for the next ${minutes} minutes.`],
    footer: "You did not ask for this? Then nothing happens, and you can delete this message.",
  };
}

export function MagicLink(props: MagicLinkProps) {
  return (
    <SystemFrame subject={magicLinkSubject} button={{ label: "Sign in", url: props.url }} {...magicLinkWords(props)} />
  );
}
