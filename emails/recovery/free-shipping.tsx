import { Action } from "../parts/action.tsx";
import { Airmail } from "../parts/airmail.tsx";
import { CartLines } from "../parts/cart-lines.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { OfferBand } from "../parts/offer.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import { Spacer } from "../parts/spacer.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** A letter by air: the offer stands between the heading and the words, as the answer to the one objection it removes. */
export function FreeShipping(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props}>
      {(look) => (
        <>
          <Airmail look={look} />
          <Spacer height={32} />
          <Title look={look}>{props.heading}</Title>
          {props.incentive && <OfferBand look={look} incentive={props.incentive} language={props.language} />}
          {props.incentive && <Spacer height={12} />}
          <Paragraphs look={look} texts={props.paragraphs} />
          <Action look={look} {...props.button} />
          <CartLines look={look} props={props} />
          <Postscript look={look} text={props.postscript} />
        </>
      )}
    </RecoveryFrame>
  );
}
