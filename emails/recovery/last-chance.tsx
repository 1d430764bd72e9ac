import { Action } from "../parts/action.tsx";
import { Deadline } from "../parts/deadline.tsx";
import { Paragraphs, Postscript, Title } from "../parts/frame.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import { Spacer } from "../parts/spacer.tsx";
import { Strip } from "../parts/strip.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** The last message about a cart: when the offer ends, in plain sight, and the cart in brief. */
export function LastChance(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props}>
      {(look) => (
        <>
          <Title look={look}>{props.heading}</Title>
          {props.incentive && <Deadline look={look} incentive={props.incentive} language={props.language} />}
          {props.incentive && <Spacer height={12} />}
          <Paragraphs look={look} texts={props.paragraphs} />
          <Action look={look} {...props.button} />
          <Strip look={look} props={props} />
          <Postscript look={look} text={props.postscript} />
        </>
      )}
    </RecoveryFrame>
  );
}
