import { closeConnections } from "#db/connections.ts";
import { seedDemo } from "#db/seed/demo.ts";
import { env } from "#env";

// Prints what the seed returns, for the one who started it: the start, which hands over the environment of the web app.
const demo = await seedDemo({ now: new Date(), appUrl: env().APP_URL });
await closeConnections();
process.stdout.write(JSON.stringify(demo));
