import type { ReactNode } from "react";
import type { RecoveryProps } from "../recovery-props.ts";
import { Footer } from "./footer.tsx";
import { Frame } from "./frame.tsx";
import { type Look, lookOf } from "./look.ts";

/** The frame of a message to a shopper: the shop's brand above, the legal footer below. */
export function RecoveryFrame({ props, children }: { props: RecoveryProps; children: (look: Look) => ReactNode }) {
  const look = lookOf(props.language, props.brand.accent);
  return (
    <Frame
      language={props.language}
      look={look}
      subject={props.subject}
      preheader={props.preheader}
      brand={{ name: props.brand.name, logoUrl: props.brand.logoUrl, url: props.links.shop }}
      footer={<Footer look={look} props={props} />}
    >
      {children(look)}
    </Frame>
  );
}
