import type { ReactNode } from "react";
import type { RecoveryProps } from "../recovery-message.ts";
import { Footer } from "./footer.tsx";
import { Frame, type FrameKind } from "./frame.tsx";
import type { Look } from "./look.ts";

type RecoveryFrameProps = { props: RecoveryProps; kind?: FrameKind; children: (look: Look) => ReactNode };

/** The frame of a message to a shopper: the shop's brand above, the legal footer below. */
export function RecoveryFrame({ props, kind, children }: RecoveryFrameProps) {
  const { look } = props;
  return (
    <Frame
      kind={kind}
      language={props.language}
      look={look}
      subject={props.subject}
      preheader={props.preheader}
      brand={{ ...props.brand, url: props.links.shop }}
      footer={<Footer look={look} props={props} />}
    >
      {children(look)}
    </Frame>
  );
}
