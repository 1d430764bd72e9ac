import { Action } from "../parts/action.tsx";
import { CartLines } from "../parts/cart-lines.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { OfferBand } from "../parts/offer.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** Somebody was interrupted: a calm note, the cart, one way back. */
export function Reminder(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props}>
      {(look) => (
        <>
          <Title look={look}>{props.heading}</Title>
          <Paragraphs look={look} texts={props.paragraphs} />
          {props.incentive && <OfferBand look={look} incentive={props.incentive} language={props.language} />}
          <Action look={look} {...props.button} />
          <CartLines look={look} props={props} />
          <Postscript look={look} text={props.postscript} />
        </>
      )}
    </RecoveryFrame>
  );
}
