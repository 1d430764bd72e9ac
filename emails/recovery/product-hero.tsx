import { Action } from "../parts/action.tsx";
import { CartLines } from "../parts/cart-lines.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { labelsOf } from "../parts/labels.ts";
import { OfferBand } from "../parts/offer.tsx";
import { Plinth } from "../parts/plinth.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import { Spacer } from "../parts/spacer.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** The first thing in the cart as in a shop window; the rest stands below in small. */
export function ProductHero(props: RecoveryProps) {
  const [first, ...rest] = props.lines;
  return (
    <RecoveryFrame props={props} kind="centred">
      {(look) => (
        <>
          {first && (
            <>
              <Plinth look={look} line={first} />
              <Spacer height={36} />
            </>
          )}
          <Title look={look} align="center">
            {props.heading}
          </Title>
          <Paragraphs look={look} texts={props.paragraphs} align="center" />
          {props.incentive && <OfferBand look={look} incentive={props.incentive} language={props.language} />}
          <Action look={look} {...props.button} align="center" />
          <CartLines look={look} props={props} lines={rest} heading={labelsOf[props.language].alsoInCart} />
          <Postscript look={look} text={props.postscript} align="center" />
        </>
      )}
    </RecoveryFrame>
  );
}
