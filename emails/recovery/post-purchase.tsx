import { Action } from "../parts/action.tsx";
import { CartLines } from "../parts/cart-lines.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { labelsOf } from "../parts/labels.ts";
import { OfferBand } from "../parts/offer.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import { Tick } from "../parts/tick.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** Thanks after an order: words first, then what was ordered, and nothing pressing. */
export function PostPurchase(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props} kind="centred">
      {(look) => (
        <>
          <Tick look={look} />
          <Title look={look} align="center">
            {props.heading}
          </Title>
          <Paragraphs look={look} texts={props.paragraphs} align="center" />
          <CartLines look={look} props={props} heading={labelsOf[props.language].yourOrder} />
          {props.incentive && <OfferBand look={look} incentive={props.incentive} language={props.language} />}
          <Action look={look} {...props.button} align="center" />
          <Postscript look={look} text={props.postscript} align="center" />
        </>
      )}
    </RecoveryFrame>
  );
}
