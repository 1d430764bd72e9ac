import type { Counts } from "../../explore.ts";

export const noCounts = (): Counts => ({
  ...{ sent: 0, delivered: 0, opened: 0, clicked: 0, machineClicked: 0, bounced: 0, unsubscribed: 0, complained: 0 },
  ...{ orders: 0, revenue: 0, discount: 0, costMicros: 0 },
});
