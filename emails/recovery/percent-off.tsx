import { Action } from "../parts/action.tsx";
import { CartLines } from "../parts/cart-lines.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { OfferFigure } from "../parts/offer.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import { Spacer } from "../parts/spacer.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** The figure comes first and everything is set on the middle axis around it. */
export function PercentOff(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props} kind="centred">
      {(look) => (
        <>
          {props.incentive && (
            <>
              <OfferFigure look={look} incentive={props.incentive} language={props.language} />
              <Spacer height={36} />
            </>
          )}
          <Title look={look} align="center">
            {props.heading}
          </Title>
          <Paragraphs look={look} texts={props.paragraphs} align="center" />
          <Action look={look} {...props.button} align="center" />
          <CartLines look={look} props={props} />
          <Postscript look={look} text={props.postscript} align="center" />
        </>
      )}
    </RecoveryFrame>
  );
}
