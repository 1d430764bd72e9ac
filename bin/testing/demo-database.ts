import { closeConnections, connectTo } from "#db/connections.ts";
import { type Demo, seedDemo } from "#db/seed/demo.ts";
import { connectOnce, createDatabase } from "../postgres/roles.ts";
import {
  adminAddress,
  closeTemplate,
  createTestDatabase,
  databaseCalled,
  TEMPLATE_DATABASE,
  type TestDatabase,
} from "./database.ts";

const DEMO_TEMPLATE = "tpl_demo";
/** Any number: it only has to be the same in all test processes. */
const LOCK = 20_261_122;

/** The demo with its past in a database of its own: a copy of one that the first test which asks for it fills. */
export async function createDemoDatabase(): Promise<TestDatabase & { demo: Demo }> {
  const demo = await seededOnce();
  return { ...(await createTestDatabase(DEMO_TEMPLATE)), demo };
}

/** Passwords and keys are random, so they are kept where every test process finds them: as the template's comment. */
async function seededOnce(): Promise<Demo> {
  const admin = adminAddress();
  const sql = connectOnce(admin);
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    const [made] = await sql<{ demo: string | null }[]>`
      select shobj_description(oid, 'pg_database') as demo from pg_database where datname = ${DEMO_TEMPLATE}`;
    if (made?.demo) return JSON.parse(made.demo);
    await createDatabase(admin, DEMO_TEMPLATE, TEMPLATE_DATABASE);
    const demo = await seed();
    await closeTemplate(admin, DEMO_TEMPLATE);
    await sql.unsafe(`comment on database ${DEMO_TEMPLATE} is '${JSON.stringify(demo).replaceAll("'", "''")}'`);
    return demo;
  } finally {
    await sql.end();
  }
}

async function seed(): Promise<Demo> {
  await connectTo(databaseCalled(DEMO_TEMPLATE));
  const demo = await seedDemo({ now: new Date(), appUrl: "http://localhost:3000" });
  await closeConnections();
  // A copy keeps what the planner knows, and nobody else would tell it of rows that are as young as these.
  const owner = connectOnce(databaseCalled(DEMO_TEMPLATE).ownerUrl);
  await owner`analyze`;
  await owner.end();
  if (!demo) throw new Error("the database was not empty");
  return demo;
}
