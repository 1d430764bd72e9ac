import { Inngest } from "inngest";

/** Keys and addresses come from the environment alone, so that the target changes without a line of code. */
export const inngest = new Inngest({ id: "comeback" });
