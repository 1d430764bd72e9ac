import { Action } from "../parts/action.tsx";
import { Answers } from "../parts/answers.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { OfferBand } from "../parts/offer.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import { Strip } from "../parts/strip.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** What is still in the way? The shop's own answers first, the cart in brief below. */
export function Help(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props}>
      {(look) => (
        <>
          <Title look={look}>{props.heading}</Title>
          <Paragraphs look={look} texts={props.paragraphs} />
          <Answers look={look} props={props} />
          {props.incentive && <OfferBand look={look} incentive={props.incentive} language={props.language} />}
          <Action look={look} {...props.button} />
          <Strip look={look} props={props} />
          <Postscript look={look} text={props.postscript} />
        </>
      )}
    </RecoveryFrame>
  );
}
