import { Action } from "../parts/action.tsx";
import { CartLines } from "../parts/cart-lines.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { OfferBand } from "../parts/offer.tsx";
import { Proof } from "../parts/proof.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** For first-time buyers: that others order here, as a number out of the shop's own orders. */
export function SocialProof(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props} kind="centred">
      {(look) => (
        <>
          <Title look={look} align="center">
            {props.heading}
          </Title>
          <Paragraphs look={look} texts={props.paragraphs} align="center" />
          {props.proof && <Proof look={look} proof={props.proof} />}
          {props.incentive && <OfferBand look={look} incentive={props.incentive} language={props.language} />}
          <Action look={look} {...props.button} align="center" />
          <CartLines look={look} props={props} />
          <Postscript look={look} text={props.postscript} align="center" />
        </>
      )}
    </RecoveryFrame>
  );
}
