import { Action } from "../parts/action.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { LineTable } from "../parts/line-table.tsx";
import { OfferBand } from "../parts/offer.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import { Summary } from "../parts/summary.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** For full carts: what it comes to at a glance, then every line to check. */
export function CartTable(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props}>
      {(look) => (
        <>
          <Title look={look}>{props.heading}</Title>
          <Paragraphs look={look} texts={props.paragraphs} />
          {props.incentive && <OfferBand look={look} incentive={props.incentive} language={props.language} />}
          <Summary look={look} props={props} />
          <Action look={look} {...props.button} />
          <LineTable look={look} props={props} />
          <Postscript look={look} text={props.postscript} />
        </>
      )}
    </RecoveryFrame>
  );
}
