import { Action } from "../parts/action.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { labelsOf } from "../parts/labels.ts";
import { OfferFigure } from "../parts/offer.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import { Spacer } from "../parts/spacer.tsx";
import { Tiles } from "../parts/tiles.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** A long time no see: a few pictures, perhaps an offer, no sums. */
export function WinBack(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props} kind="centred">
      {(look) => (
        <>
          <Title look={look} align="center">
            {props.heading}
          </Title>
          <Paragraphs look={look} texts={props.paragraphs} align="center" />
          {props.incentive && (
            <>
              <Spacer height={32} />
              <OfferFigure look={look} incentive={props.incentive} language={props.language} />
            </>
          )}
          <Action look={look} {...props.button} align="center" />
          {props.lines.length > 0 && (
            <Tiles look={look} lines={props.lines} heading={labelsOf[props.language].lookedAt} />
          )}
          <Postscript look={look} text={props.postscript} align="center" />
        </>
      )}
    </RecoveryFrame>
  );
}
