import { Action } from "../parts/action.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { MemberCard } from "../parts/member-card.tsx";
import { OfferBand } from "../parts/offer.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import { Spacer } from "../parts/spacer.tsx";
import { Strip } from "../parts/strip.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** For people who came back before: their orders so far, on a card. */
export function Loyalty(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props}>
      {(look) => (
        <>
          {props.loyalty && (
            <>
              <MemberCard look={look} loyalty={props.loyalty} name={props.brand.name} />
              <Spacer height={36} />
            </>
          )}
          <Title look={look}>{props.heading}</Title>
          <Paragraphs look={look} texts={props.paragraphs} />
          {props.incentive && <OfferBand look={look} incentive={props.incentive} language={props.language} />}
          <Action look={look} {...props.button} />
          <Strip look={look} props={props} />
          <Postscript look={look} text={props.postscript} />
        </>
      )}
    </RecoveryFrame>
  );
}
