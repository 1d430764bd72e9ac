const waiting: (() => void)[] = [];
let underWay = 0;

/** Runs `work` once fewer than so many others of this process are under way; first come, first served. */
export async function atMost<T>(most: number, work: () => Promise<T>): Promise<T> {
  if (underWay >= most) await new Promise<void>((go) => waiting.push(go));
  else underWay += 1;
  try {
    return await work();
  } finally {
    // The place is handed on, so that nobody who comes now takes it before those who wait.
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }
}
